/** Makes things by index and keeps the last `capacity` of them, or nearly so many, to be given again. */
export function rememberLast<T>(capacity: number, make: (index: number) => T): (index: number) => T {
  const kept = new Map<number, T>();
  return (index) => {
    const known = kept.get(index);
    if (known !== undefined) return known;
    const made = make(index);
    if (kept.size >= capacity)
      for (const oldest of [...kept.keys()].slice(0, Math.ceil(capacity / 4))) kept.delete(oldest);
    kept.set(index, made);
    return made;
  };
}
