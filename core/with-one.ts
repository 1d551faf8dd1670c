/**
 * The list with one item more. A list that grows from none makes room for 17 (V8), and mostly one comes.
 * @param list - without items it is not added to, so one empty list can stand for all
 */
export function withOne<T>(list: T[] | undefined, item: T): T[] {
  if (list === undefined || list.length === 0) return [item];
  list.push(item);
  return list;
}
