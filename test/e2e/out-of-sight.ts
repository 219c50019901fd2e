/**
 * An expression for what a reader would call broken: words and controls that stick out of the page or are cut by their own box (unless it
 * scrolls or says so by an ellipsis), controls on top of each other, words too small to read. One line each.
 * @param root where to look, as an expression: the whole page unless told
 */
export const outOfSight = (root = 'document'): string => `(() => {
  const root = ${root};
  const page = document.documentElement;
  const out = [];
  const nameOf = (element) => element.tagName + '.' + element.className + ' ' + element.textContent.trim().slice(0, 30);
  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true }) && element.closest('.pages, .unseen, [inert]') === null && element.getBoundingClientRect().width > 1;
  const all = (selector) => [...root.querySelectorAll(selector)].filter(isSeen);
  if (root === document && page.scrollWidth > page.clientWidth + 1) out.push('the page is ' + page.scrollWidth + ' wide in ' + page.clientWidth);
  const scrollerOf = (element) => {
    for (let at = element.parentElement; at !== null; at = at.parentElement) if (/auto|scroll/.test(getComputedStyle(at).overflowX)) return at;
    return null;
  };
  for (const element of all('h1, h2, h3, p, button:not(.mark), a, label, input, select, summary, li, td, th, kbd, dt, dd')) {
    const { left, right } = element.getBoundingClientRect();
    // What may be scrolled sideways within its own box is not lost.
    if ((left < -1 || right > innerWidth + 1) && scrollerOf(element) === null) out.push(nameOf(element) + ' from ' + left + ' to ' + right + ' of ' + innerWidth);
    const style = getComputedStyle(element);
    const clamped = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none';
    if (style.overflowX === 'hidden' && !clamped && element.scrollWidth > element.clientWidth + 1) out.push(nameOf(element) + ' is cut');
    if (style.overflowY === 'hidden' && !clamped && element.scrollHeight > element.clientHeight + 2) out.push(nameOf(element) + ' is cut below');
    if (element.textContent.trim() !== '' && element.children.length === 0 && parseFloat(style.fontSize) < 10) out.push(nameOf(element) + ' is ' + style.fontSize);
  }
  // What has been scrolled away behind the edge of its own box is not there.
  const boxOf = (element) => {
    let { left, top, right, bottom } = element.getBoundingClientRect();
    for (let at = element.parentElement; at !== null; at = at.parentElement) if (getComputedStyle(at).overflowY !== 'visible') {
      const frame = at.getBoundingClientRect();
      [left, top, right, bottom] = [Math.max(left, frame.left), Math.max(top, frame.top), Math.min(right, frame.right), Math.min(bottom, frame.bottom)];
    }
    return { left, top, right, bottom };
  };
  const controls = all('button:not(.mark), a, input:not([type=file]), select, summary').map((element) => ({ element, box: boxOf(element) }));
  // What is stuck in place may cover what scrolls behind it.
  const isStuck = (element) => { for (let at = element; at !== null; at = at.parentElement) if (/fixed|sticky/.test(getComputedStyle(at).position)) return true; return false; };
  for (const [index, one] of controls.entries()) for (const other of controls.slice(index + 1)) {
    const width = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
    const height = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
    if (width <= 2 || height <= 2 || one.element.contains(other.element) || other.element.contains(one.element)) continue;
    if (isStuck(one.element) === isStuck(other.element)) out.push(nameOf(one.element) + ' and ' + nameOf(other.element) + ' overlap');
  }
  return out;
})()`;
