// Narrows the page of changes down by kind, type and role. What is chosen
// stands in the address, so that it can be sent and kept.
(() => {
  "use strict";
  const group = document.querySelector(".changes-filter");
  if (!group) return;
  const selects = [...group.querySelectorAll("select")];
  if (selects.length === 0) return;
  const sections = [...document.querySelectorAll(".month")];
  const items = [...document.querySelectorAll(".month .change-list > li")];
  const status = group.querySelector(".shown");
  const language = document.documentElement.lang;
  const plurals = new Intl.PluralRules(language);
  const samples = new Map([[5, group.dataset.many], [2, group.dataset.few], [1, group.dataset.single]].map(([n, text]) => [plurals.select(n), text.replace(String(n), "{n}")]));

  const count = (n) => n === 0
    ? group.dataset.none
    : (samples.get(plurals.select(n)) ?? samples.get(plurals.select(5))).replace("{n}", n.toLocaleString(language));

  const matches = (item, { name, value }) => value === "" ||
    (name === "role" ? item.dataset.roles.includes(` ${value} `) : item.dataset[name] === value);

  const show = () => {
    let shown = 0;
    for (const item of items) {
      item.hidden = !selects.every((select) => matches(item, select));
      if (!item.hidden) shown++;
    }
    for (const section of sections) section.hidden = !section.querySelector("li:not([hidden])");
    status.textContent = count(shown);
  };

  // What the address asks for; a value that the page does not have is none.
  const read = () => {
    const asked = new URLSearchParams(location.search);
    for (const select of selects) {
      select.value = asked.get(select.name) ?? "";
      if (select.selectedIndex < 0) select.value = "";
    }
    show();
  };

  const write = () => {
    const address = new URL(location.href);
    for (const select of selects) {
      if (select.value) address.searchParams.set(select.name, select.value);
      else address.searchParams.delete(select.name);
    }
    // a page that is read from a folder may not change its address
    try { history.replaceState(null, "", address); } catch { /* it stays */ }
    show();
  };

  group.addEventListener("change", write);
  addEventListener("pageshow", read);
  group.hidden = false;
  read();
})();
