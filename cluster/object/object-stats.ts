/** What one shared object counts from its making; plain numbers that only grow. */
export class ObjectStats {
  /** Updates of this node's part. */
  updates = 0;
  /** Messages about parts that came from other nodes, and those of them that were old news. */
  messagesIn = 0;
  stale = 0;
  /** Messages that are none of this object's, and those of a node that spoke for another. */
  malformed = 0;
  forged = 0;
  /** Values and updates that were not taken because a limit stood against them. */
  refused = 0;
  /** Times a part was asked for; parts that were sent to one node, and the chunks among what was sent. */
  pulls = 0;
  pushes = 0;
  chunksOut = 0;
}
