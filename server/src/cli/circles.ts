/** Which files have to be checked together: those with reports of one agency, or in one folder where a rule looks at folders. */
import type { Circle } from './checkJob';

/**
 * Groups of indexes of files, in order. A circle counts if somebody in it looks at others and there is somebody to look at;
 * circles with a file in common are one group. A group may be a single file that holds an agency's reports of several years.
 */
export function groupsOf(files: readonly { readonly circles: readonly Circle[] }[]): number[][] {
  const members = new Map<string, number[]>();
  const looks = new Set<string>();
  files.forEach(({ circles }, index) => {
    for (const circle of circles) {
      const known = members.get(circle.key);
      if (known) known.push(index);
      else members.set(circle.key, [index]);
      if (circle.looks) looks.add(circle.key);
    }
  });
  const heads = new Map<number, number>(); // the first file of each file's group, or one that leads there
  const headOf = (index: number): number => {
    let head = index;
    while (heads.get(head)! !== head) head = heads.get(head)!;
    heads.set(index, head);
    return head;
  };
  for (const [key, indexes] of members) {
    if (indexes.length < 2 || !looks.has(key)) continue;
    for (const index of indexes) if (!heads.has(index)) heads.set(index, index);
    for (const index of indexes) {
      const [one, other] = [headOf(indexes[0]!), headOf(index)];
      heads.set(Math.max(one, other), Math.min(one, other));
    }
  }
  const groups = new Map<number, number[]>();
  for (const index of [...heads.keys()].sort((a, b) => a - b)) {
    const head = headOf(index);
    const group = groups.get(head);
    if (group) group.push(index);
    else groups.set(head, [index]);
  }
  return [...groups.values()];
}
