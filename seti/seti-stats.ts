import { Histogram } from "../core/histogram.js";

/** What one Seti counted since it was made. Plain numbers; the metrics read them. */
export interface SetiStats {
  /** Users addressed by `sendMessage`. */
  sends: number;
  /** How long it took to know what became of each message to users. */
  readonly sendTimes: Histogram;
  /** Sessions that took a user message, counted at the sender. */
  delivered: number;
  /** Users for whom every node had to be asked. */
  floods: number;
  /** Users whom nobody held. */
  unknown: number;
  /** Users for whom an expected answer did not come. */
  unconfirmed: number;
  /** Users none of whose sessions took it. */
  untaken: number;
  /** Sends refused because too many wait for answers. */
  refusedSends: number;
  /** Answers that came after their send was over. */
  lateAnswers: number;
  /** User messages that came from other nodes. */
  messagesIn: number;
  /** Times one of them was passed on to a node. */
  forwarded: number;
  /** Times a message came again under its key, and was not delivered again. */
  repeatedKeys: number;
  /** Presence statements that came from other nodes, and those of them that were old news. */
  statementsIn: number;
  staleStatements: number;
  /** Full sets sent, and the times a missing presence was asked for. */
  setsOut: number;
  resyncs: number;
  /** Times another node was sent what it had missed, instead of a full set. */
  differencesOut: number;
  /** Users told to new owners, or taken back from old ones, because the members changed. */
  reannouncedUsers: number;
  /** Messages on Seti's channels that are none, and those of a sender who may not speak there. */
  malformed: number;
  forged: number;
  /** Users of other nodes that were not kept: an illegal id, or too many. */
  refusedUsers: number;
  /** Messages for absent users that were kept, those that were not, counted where they were sent. */
  inboxKept: number;
  inboxRefused: number;
  /** Those that this node handed over, and those that were kept too long, counted at their first owner. */
  inboxHandedOver: number;
  inboxExpired: number;
}

export function newSetiStats(): SetiStats {
  return {
    sends: 0,
    sendTimes: new Histogram(),
    delivered: 0,
    floods: 0,
    unknown: 0,
    unconfirmed: 0,
    untaken: 0,
    refusedSends: 0,
    lateAnswers: 0,
    messagesIn: 0,
    forwarded: 0,
    repeatedKeys: 0,
    statementsIn: 0,
    staleStatements: 0,
    setsOut: 0,
    resyncs: 0,
    differencesOut: 0,
    reannouncedUsers: 0,
    malformed: 0,
    forged: 0,
    refusedUsers: 0,
    inboxKept: 0,
    inboxRefused: 0,
    inboxHandedOver: 0,
    inboxExpired: 0,
  };
}
