"use strict";
// Shows what a step does and what it is connected to, for a pointer and for the keyboard.
(() => {
  const tip = document.getElementById("tip");
  const leave = () => {
    tip.hidden = true;
    document.querySelectorAll(".faded").forEach((element) => element.classList.remove("faded"));
  };
  const enter = (node) => {
    leave();
    const svg = node.closest("svg");
    const group = node.dataset.group || node.id;
    const near = new Set([node.id, group]);
    svg.querySelectorAll(".edge, .edge-label").forEach((edge) => {
      const { from, to } = edge.dataset;
      const mine = from === group || to === node.id || to === group;
      edge.classList.toggle("faded", !mine);
      if (mine) { near.add(from); near.add(to); }
    });
    svg.querySelectorAll(".node").forEach((other) => {
      const within = other.dataset.group;
      other.classList.toggle("faded", !(near.has(other.id) || near.has(within) || [...near].some((id) => id.startsWith(other.id + ":"))));
    });
    if (!node.dataset.details) { return; }
    tip.textContent = node.dataset.details;
    tip.hidden = false;
    const box = node.getBoundingClientRect();
    const size = tip.getBoundingClientRect();
    const page = document.documentElement;
    const below = box.bottom + 8 + size.height <= page.clientHeight;
    const left = Math.max(8, Math.min(box.left, page.clientWidth - size.width - 8));
    tip.style.left = left + window.scrollX + "px";
    tip.style.top = (below ? box.bottom + 8 : Math.max(8, box.top - size.height - 8)) + window.scrollY + "px";
  };
  document.querySelectorAll("svg .node").forEach((node) => {
    const title = node.querySelector("title");
    if (title) { // The browser's own hint would come over ours.
      node.dataset.details = title.textContent;
      (node.querySelector("a") || node).setAttribute("aria-label", title.textContent);
      title.remove();
    }
    const part = /^(.*):\d+$/.exec(node.id);
    if (part && document.getElementById(part[1])) { node.dataset.group = part[1]; }
    if (!node.querySelector("a")) { node.setAttribute("tabindex", "0"); }
    node.addEventListener("pointerenter", () => enter(node));
    node.addEventListener("pointerleave", leave);
    node.addEventListener("focusin", () => enter(node));
    node.addEventListener("focusout", leave);
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") { leave(); } });
})();
