/**
 * Finds nodes and names them, again and again: naming one that is linked already costs nothing, and a node that has left
 * and comes back is found only because somebody goes on naming it (spec/oort-seti.md section 9, the lone seed).
 */
export interface Discovery {
  /**
   * @param found - a node's URL; may be our own
   * @param gone - a URL that this discovery named and does not see any more
   */
  start(found: (url: string) => void, gone?: (url: string) => void): void;
  stop(): void;
}
