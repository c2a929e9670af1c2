/** Work done once for each subject: slices, tables and reports are immutable and keep their identity while nothing changes. */
export function remembered<K extends object, V>(compute: (subject: K) => V): (subject: K) => V {
  const memo = new WeakMap<K, { readonly value: V }>();
  return (subject) => {
    let known = memo.get(subject);
    if (!known) memo.set(subject, (known = { value: compute(subject) }));
    return known.value;
  };
}
