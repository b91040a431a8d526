(() => {
  const problems = [];
  const box = (e) => e.getBoundingClientRect();
  const overlap = (a, b) => a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5;
  const inside = (a, b) => a.left >= b.left - 0.5 && a.right <= b.right + 0.5 && a.top >= b.top - 0.5 && a.bottom <= b.bottom + 0.5;
  const name = (e) => e.id || e.textContent.trim().slice(0, 40);
  let nodes = 0;
  document.querySelectorAll("svg.stepwright-graph").forEach((svg) => {
    const frame = box(svg);
    const boxes = [...svg.querySelectorAll(".node:not(.part)")].map((e) => ({ e, b: [...e.querySelectorAll("rect")].map(box).reduce((a, c) => ({ left: Math.min(a.left, c.left), top: Math.min(a.top, c.top), right: Math.max(a.right, c.right), bottom: Math.max(a.bottom, c.bottom) })) }));
    const labels = [...svg.querySelectorAll(".edge-label")].map((e) => ({ e, b: box(e.querySelector("rect")) }));
    const apart = [...boxes, ...labels];
    nodes += boxes.length;
    apart.forEach((one, i) => {
      if (!inside(one.b, frame)) problems.push("outside of the drawing: " + name(one.e));
      apart.slice(i + 1).forEach((other) => { if (overlap(one.b, other.b)) problems.push("overlap: " + name(one.e) + " and " + name(other.e)); });
    });
    svg.querySelectorAll(".node, .edge-label").forEach((e) => {
      const own = e.classList.contains("edge-label") ? box(e.querySelector("rect")) : box(e.querySelector(".box"));
      const texts = [...e.querySelectorAll("text")].map((t) => ({ t, b: box(t) }));
      texts.forEach((one, i) => {
        if (!inside(one.b, own)) problems.push("text outside of its box: " + one.t.textContent);
        texts.slice(i + 1).forEach((other) => { if (overlap({ ...one.b.toJSON(), top: one.b.top + 2, bottom: one.b.bottom - 2 }, other.b)) problems.push("texts overlap: " + one.t.textContent + " and " + other.t.textContent); });
      });
    });
    const parts = [...svg.querySelectorAll(".part")].map((e) => ({ e, b: box(e) }));
    parts.forEach((one, i) => {
      if (!boxes.some((node) => inside(one.b, node.b))) problems.push("part outside of its step: " + name(one.e));
      parts.slice(i + 1).forEach((other) => { if (overlap(one.b, other.b)) problems.push("parts overlap: " + name(one.e) + " and " + name(other.e)); });
    });
    svg.querySelectorAll(".edge .line").forEach((line) => {
      const ends = [line.parentElement.dataset.from, line.parentElement.dataset.to];
      const matrix = line.getScreenCTM();
      const length = line.getTotalLength();
      for (let at = 0; at <= length; at += Math.max(3, length / 400)) {
        const p = line.getPointAtLength(at).matrixTransform(matrix);
        const hit = boxes.find(({ e, b }) => !ends.some((end) => end === e.id || end.startsWith(e.id + ":")) && p.x > b.left + 1 && p.x < b.right - 1 && p.y > b.top + 1 && p.y < b.bottom - 1);
        if (hit) { problems.push("edge " + ends.join(" to ") + " goes through " + name(hit.e)); break; }
      }
    });
    svg.querySelectorAll(".legend text").forEach((t) => { if (!inside(box(t), frame)) problems.push("legend is cut: " + t.textContent); });
  });
  const drawings = [...document.querySelectorAll("figure svg")];
  const scale = (svg) => box(svg).width / Number(svg.getAttribute("width"));
  const smallestText = Math.min(...drawings.flatMap((svg) => [...svg.querySelectorAll("text")].map((t) => parseFloat(getComputedStyle(t).fontSize) * scale(svg))));
  const beyond = drawings.filter((svg) => box(svg).width > svg.parentElement.clientWidth && getComputedStyle(svg.parentElement).overflowX !== "auto").map(name);
  const shrunk = drawings.filter((svg) => scale(svg) < 0.99).length;
  return { problems, nodes, smallestText, beyond, shrunk, pageWidth: document.documentElement.scrollWidth, background: getComputedStyle(document.body).backgroundColor };
})()
