// A click on a column's heading sorts the table by it: up, down, and back to the
// order in which the page came.
(() => {
  "use strict";
  const { compare } = new Intl.Collator(document.documentElement.lang, { numeric: true });

  for (const table of document.querySelectorAll("table.index")) {
    const body = table.tBodies[0];
    const served = [...body.rows];
    if (served.length < 2) continue;
    const heads = [...table.tHead.rows[0].cells];
    const live = document.createElement("div");
    live.className = "hidden";
    live.setAttribute("role", "status");
    table.parentElement.after(live);

    // What a row is sorted by: its machine value, else what can be read.
    const keysOf = (column) => {
      const keys = new Map(served.map((row) => {
        const cell = row.cells[column];
        const words = cell.querySelector("a") && column === 0 ? cell.querySelector("a") : cell;
        return [row, cell.dataset.order ?? words.textContent.trim()];
      }));
      const numbers = [...keys.values()].every((key) => key === "" || Number.isFinite(Number(key)));
      return (a, b) => {
        const x = keys.get(a), y = keys.get(b);
        return numbers ? x - y : compare(x, y);
      };
    };

    const sort = (head, column) => {
      const before = head.getAttribute("aria-sort");
      const order = before === "ascending" ? "descending" : before === "descending" ? "none" : "ascending";
      for (const other of heads) other.removeAttribute("aria-sort");
      const rows = [...served];
      if (order !== "none") {
        const by = keysOf(column), sign = order === "ascending" ? 1 : -1;
        const empty = (row) => row.cells[column].textContent.trim() === "";
        rows.sort((a, b) => empty(a) - empty(b) || sign * by(a, b));
        head.setAttribute("aria-sort", order);
      }
      body.append(...rows);
      live.textContent = table.dataset[order].replace("{column}", head.textContent);
    };

    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.append(...head.childNodes);
      button.addEventListener("click", () => sort(head, column));
      head.append(button);
    });
  }
})();
