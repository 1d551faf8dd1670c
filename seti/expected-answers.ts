/** Answers that are to come of a question, by node: mostly one of one, which takes no table. */
export class ExpectedAnswers {
  /** The only one that is to come, where there is no table. */
  #only: string | undefined;
  /** Below 0 for one that came before it was known to be due. */
  #counts: Map<string, number> | undefined;

  /** One of each of these, and nothing else. */
  begin(nodes: readonly string[]): void {
    this.#only = nodes.length === 1 ? nodes[0] : undefined;
    this.#counts = nodes.length > 1 ? new Map(nodes.map((node) => [node, 1])) : undefined;
  }

  get isEmpty(): boolean {
    return this.#only === undefined && (this.#counts === undefined || this.#counts.size === 0);
  }

  isDueOf(node: string): boolean {
    return this.#counts === undefined ? this.#only === node : (this.#counts.get(node) ?? 0) > 0;
  }

  /** So many more of a node; -1 where one has come. That and the word that it is due come by different ways, in any order. */
  add(node: string, answers: number): void {
    if (answers === -1 && this.#only === node) {
      this.#only = undefined;
      return;
    }
    const counts = this.#table();
    const count = (counts.get(node) ?? 0) + answers;
    if (count === 0) counts.delete(node);
    else counts.set(node, count);
  }

  /** None will come of that node any more. @returns whether some, or news of one that did, were to come */
  forget(node: string): boolean {
    if (this.#counts !== undefined) return this.#counts.delete(node);
    if (this.#only !== node) return false;
    this.#only = undefined;
    return true;
  }

  clear(): void {
    this.#only = undefined;
    this.#counts = undefined;
  }

  #table(): Map<string, number> {
    this.#counts ??= new Map(this.#only === undefined ? [] : [[this.#only, 1]]);
    this.#only = undefined;
    return this.#counts;
  }
}
