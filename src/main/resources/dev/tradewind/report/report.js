(() => {
  "use strict";
  const data = JSON.parse(document.getElementById("run").textContent);
  const fixed = (v, d, unit = "") => {
    if (v === null) return "–";
    if (typeof v === "string") return v.replace("-", "−").replace("Infinity", "∞") + unit;
    const text = Math.abs(v).toLocaleString("en-US", { minimumFractionDigits: d, maximumFractionDigits: d });
    return (v < 0 && /[1-9]/.test(text) ? "−" : "") + text + unit;
  };
  const signed = (v, d, unit) => (v > 0 && /[1-9]/.test(v.toFixed(d)) ? "+" : "") + fixed(v, d, unit);
  const time = (ms) => new Date(ms).toISOString().slice(0, 16).replace("T", " ");
  const price = (v) => { const a = Math.abs(v); return fixed(v, a >= 1000 || a === 0 ? 2 : a >= 1 ? 4 : a >= 0.01 ? 6 : 8); };
  const lasted = (ms) => {
    const m = Math.round(ms / 60000);
    return m >= 1440 ? `${Math.floor(m / 1440)} d ${Math.floor(m / 60) % 24} h` : m >= 60 ? `${Math.floor(m / 60)} h ${m % 60} m` : `${m} m`;
  };
  const show = { text: (v) => v, count: (v) => fixed(v, 0), time, lasted, money: (v) => fixed(v, 2), net: (v) => signed(v, 2), price,
    share: (v) => fixed(v * 100, 2, " %"), gain: (v) => signed(v * 100, 2, " %") };

  const table = document.getElementById("trades");
  if (table) {
    const size = 25, body = table.tBodies[0], heads = [...table.tHead.rows[0].cells];
    const columns = data.columns, net = columns.findIndex((c) => c.id === "net");
    let rows = data.trades, page = 0, sort = -1, down = false, printing = false;
    const pager = document.getElementById("pager"), range = pager.querySelector("span");
    const [first, back, next, last] = pager.querySelectorAll("button[data-go]"), picks = [...pager.querySelectorAll("button[data-pick]")];
    const draw = () => {
      const pages = Math.max(1, Math.ceil(rows.length / size));
      page = Math.min(Math.max(page, 0), pages - 1);
      const from = printing ? 0 : page * size, to = printing ? Math.min(rows.length, 1000) : Math.min(rows.length, from + size);
      body.replaceChildren(...rows.slice(from, to).map((row) => {
        const tr = document.createElement("tr");
        columns.forEach((c, i) => {
          const td = document.createElement("td");
          td.textContent = row[i] === null ? "–" : show[c.as](row[i]);
          if (c.as === "text") td.className = "left";
          if ((c.as === "net" || c.as === "gain") && row[i]) td.className = row[i] < 0 ? "loss" : "gain";
          tr.append(td);
        });
        return tr;
      }));
      range.textContent = rows.length ? `${fixed(from + 1, 0)}–${fixed(to, 0)} of ${fixed(rows.length, 0)}` : "none";
      first.disabled = back.disabled = page === 0;
      next.disabled = last.disabled = page === pages - 1;
    };
    const order = () => {
      const pick = picks.find((b) => b.getAttribute("aria-pressed") === "true").dataset.pick;
      rows = data.trades.filter((r) => pick === "all" || (pick === "won" ? r[net] > 0 : r[net] < 0));
      if (sort >= 0) {
        const side = down ? -1 : 1;
        rows.sort((a, b) => (a[sort] === b[sort] ? 0 : a[sort] === null ? 1 : b[sort] === null ? -1 : a[sort] < b[sort] ? -side : side));
      }
      page = 0;
      draw();
    };
    heads.forEach((th, i) => th.querySelector("button").addEventListener("click", () => {
      down = sort === i ? !down : columns[i].as !== "text";
      sort = i;
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      th.setAttribute("aria-sort", down ? "descending" : "ascending");
      order();
    }));
    picks.forEach((b) => b.addEventListener("click", () => { picks.forEach((o) => o.setAttribute("aria-pressed", String(o === b))); order(); }));
    const go = { first: () => 0, back: () => page - 1, next: () => page + 1, last: () => Infinity };
    [first, back, next, last].forEach((b) => b.addEventListener("click", () => { page = go[b.dataset.go](); draw(); }));
    addEventListener("beforeprint", () => { printing = true; draw(); });
    addEventListener("afterprint", () => { printing = false; draw(); });
    pager.hidden = false;
    draw();
  }

  const svg = document.getElementById("equity"), readout = document.getElementById("readout"), frame = data.frame;
  if (svg && frame && data.times.length) {
    const make = (name, attributes) => {
      const e = document.createElementNS(svg.namespaceURI, name);
      Object.entries(attributes).forEach(([k, v]) => e.setAttribute(k, v));
      e.style.display = "none";
      svg.append(e);
      return e;
    };
    const line = make("line", { y1: frame.top, y2: frame.bottom, class: "s-muted", "stroke-dasharray": "3 3" });
    const dot = make("circle", { r: 3.5, class: "f-accent" });
    const idle = readout.innerHTML;
    let peaks = null;
    svg.addEventListener("pointermove", (e) => {
      const box = svg.getBoundingClientRect();
      const x = ((e.clientX - box.left) / box.width) * svg.viewBox.baseVal.width;
      if (x < 0 || x > frame.right) { leave(); return; }
      const at = frame.from + (x / frame.right) * (frame.to - frame.from);
      let low = 0, high = data.times.length - 1;
      while (low < high) { const mid = (low + high) >> 1; if (data.times[mid] < at) low = mid + 1; else high = mid; }
      if (low > 0 && at - data.times[low - 1] < data.times[low] - at) low--;
      if (!peaks) { let p = frame.start; peaks = data.equity.map((v) => (p = Math.max(p, v))); }
      const px = ((data.times[low] - frame.from) / (frame.to - frame.from)) * frame.right, value = data.equity[low];
      line.setAttribute("x1", px); line.setAttribute("x2", px);
      dot.setAttribute("cx", px);
      dot.setAttribute("cy", frame.y0 + ((value - frame.low) / (frame.high - frame.low)) * (frame.y1 - frame.y0));
      line.style.display = dot.style.display = "";
      readout.textContent = `${time(data.times[low])}  `;
      const strong = document.createElement("b");
      strong.textContent = fixed(value, 2);
      const hold = data.hold[low] === undefined ? "" : `, holding ${fixed(data.hold[low], 2)}`;
      readout.append(strong, `  ${signed((value / frame.start - 1) * 100, 2, " %")}, drawdown ${fixed((value / peaks[low] - 1) * 100, 2, " %")}${hold}`);
    });
    const leave = () => { line.style.display = dot.style.display = "none"; readout.innerHTML = idle; };
    svg.addEventListener("pointerleave", leave);
  }
})();
