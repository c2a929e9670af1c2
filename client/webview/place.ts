/** Where the cursor of the text is, on the page. */

/** Marks the smallest thing on the page that holds `offset`, and brings it into view if asked to. */
export function markPlace(root: Element, offset: number, intoView: boolean): void {
  const found = smallestAt(root, offset);
  for (const other of root.querySelectorAll('[aria-current]')) if (other !== found) other.removeAttribute('aria-current');
  if (!found) return;
  found.setAttribute('aria-current', 'location');
  if (intoView) found.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

function smallestAt(root: Element, offset: number): HTMLElement | undefined {
  let best: HTMLElement | undefined;
  let size = Infinity;
  for (const element of root.querySelectorAll<HTMLElement>('[data-start]:not(.findings *)')) {
    const [start, end] = [Number(element.dataset['start']), Number(element.dataset['end'])];
    if (offset < start || offset > end || end - start >= size) continue;
    best = element;
    size = end - start;
  }
  return best;
}
