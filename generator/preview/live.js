// Keeps an open page as new as the handbook, and draws findings over it.
(() => {
  "use strict";
  const me = document.currentScript;
  const page = me.dataset.page;
  const files = JSON.parse(me.dataset.files);
  const meta = document.querySelector('meta[name="cxbook:record"]');
  const record = meta ? meta.content : "";

  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = me.src.replace(/live\.js$/, "live.css");
  document.head.append(style);

  const make = (name, text, parent, className) => {
    const e = document.createElement(name);
    if (text) e.textContent = text;
    if (className) e.className = className;
    if (parent) parent.append(e);
    return e;
  };

  // The page is loaded anew only where its own bytes have changed: whoever
  // reads keeps the place.
  const reloadIfChanged = async () => {
    try {
      const answer = await fetch(location.pathname, { method: "HEAD", cache: "no-store" });
      if (answer.headers.get("X-Page") !== page) location.reload();
    } catch {
      // The preview has ended; the event source keeps trying.
    }
  };

  let badge, panel, closed = "", before;
  const status = make("p", "", document.body, "cxbook-status"); // is read aloud
  status.setAttribute("role", "status");

  const close = () => {
    if (!panel) return;
    panel.remove();
    panel = undefined;
    if (badge) badge.focus();
    else if (before && before.isConnected) before.focus();
  };

  const list = (title, findings) => {
    if (findings.length === 0) return;
    make("h3", title, panel);
    for (const f of findings) make("pre", f.text, panel, f.error ? "cxbook-error" : "").tabIndex = 0;
  };

  const mine = (f) => (record !== "" && f.record === record) || files.includes(f.file);

  const open = (state, focus) => {
    if (panel) panel.remove();
    panel = make("section", "", document.body, "cxbook-panel");
    panel.lang = state.words.lang;
    panel.setAttribute("role", "dialog");
    panel.setAttribute("aria-labelledby", "cxbook:title");
    const failed = state.trouble || state.findings.some((f) => f.error);
    const title = make("h2", failed ? state.words.broken : state.words.good, panel);
    title.id = "cxbook:title";
    const button = make("button", state.words.close, panel);
    button.type = "button";
    button.addEventListener("click", close);
    if (state.trouble) make("pre", state.trouble, panel, "cxbook-error").tabIndex = 0;
    list(state.words.here, state.findings.filter(mine));
    list(state.words.others, state.findings.filter((f) => !mine(f)));
    if (focus) button.focus();
  };

  document.addEventListener("keydown", (e) => {
    if (e.key === "Escape" && panel) {
      closed = badge ? badge.dataset.state : "";
      close();
    }
  });

  const show = (text) => {
    const state = JSON.parse(text);
    const wasOpen = panel !== undefined;
    if (badge) badge.remove();
    badge = undefined;
    if (state.findings.length === 0 && !state.trouble) {
      status.textContent = "";
      close();
      return;
    }
    const failed = state.trouble || state.findings.some((f) => f.error);
    badge = make("button", state.words.show + " (" + (state.findings.length || 1) + ")", document.body, "cxbook-badge");
    badge.type = "button";
    badge.lang = status.lang = state.words.lang;
    status.textContent = failed ? state.words.broken : state.words.good;
    badge.dataset.state = text;
    if (failed) badge.classList.add("cxbook-error");
    badge.addEventListener("click", () => open(state, true));
    const here = state.trouble || state.findings.some((f) => f.error && mine(f)) || (failed && files.length === 0 && record === "" && document.body.classList.contains("cxbook-plain"));
    if ((here && closed !== text) || wasOpen) {
      before = before || document.activeElement;
      open(state, false);
    }
  };

  // Who cannot see the page needs no news, and a browser opens only a few lines
  // to one host: a page in the background hangs up, and asks again when seen.
  let events;
  const listen = () => {
    if (document.hidden) {
      if (events) events.close();
      events = undefined;
    } else if (!events) {
      events = new EventSource(me.src.replace(/live\.js$/, "live"));
      events.addEventListener("message", (e) => {
        show(e.data);
        reloadIfChanged();
      });
    }
  };
  document.addEventListener("visibilitychange", listen);
  window.addEventListener("pagehide", () => { if (events) events.close(); events = undefined; });
  window.addEventListener("pageshow", listen);
  listen();
})();
