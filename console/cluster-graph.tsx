import { useEffect, useRef, useState } from "preact/hooks";
import type { ClusterModel, LinkModel, NodeModel } from "./cluster-model.js";
import { count, milliseconds, nodeName, rate } from "./format.js";
import { edgeOf, layoutGraph, type Point, type Size } from "./graph-layout.js";
import { nodePath } from "./parts.js";

const CARD: Size = { width: 160, height: 66 };
/** Below this a picture is taller than wide. */
const NARROW_PX = 560;
/** So many nodes have words on their links; more would cover each other, and the table below has them all. */
const MAX_LABELLED_NODES = 4;
/** Room for these words. */
const LABELLED: Size = { width: 124, height: 62 };
const CLOSE: Size = { width: 26, height: 20 };
/** Of a letter of a link's words, on average. */
const LETTER_WIDTH = 6.1;
/** Letters of a few nodes are not to be larger than those of the page. */
const MAX_SCALE = 1.15;
/** Longest name on a card; all of it is in its title. */
const MAX_NAME_CHARS = 19;

/** The nodes as cards on a ring, the links as lines between them: thicker with more messages, dashed where not open. */
export function ClusterGraph({ model, own }: { readonly model: ClusterModel; readonly own: string }) {
  const frame = useRef<HTMLElement>(null);
  const [isNarrow, setNarrow] = useState(false);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setNarrow(entry!.contentRect.width < NARROW_PX));
    observer.observe(frame.current!);
    return () => observer.disconnect();
  }, []);
  const { nodes, links } = model;
  const isLabelled = nodes.length <= MAX_LABELLED_NODES && !isNarrow;
  const gap = isLabelled ? LABELLED : CLOSE;
  const layout = layoutGraph(nodes.length, { card: CARD, gap, aspect: isNarrow ? 0.75 : 1.6 });
  const placeOf = new Map(nodes.map(({ url }, index) => [url, layout.places[index]!]));
  return (
    <section ref={frame} class="graph" aria-label="Nodes and their links">
      <svg
        viewBox={`0 0 ${layout.width} ${layout.height}`}
        style={{ maxWidth: layout.width * MAX_SCALE, maxHeight: layout.height * MAX_SCALE }}
      >
        <title>Nodes and their links</title>
        <g class="links">
          {links.map((link) => (
            <Link
              key={`${link.a} ${link.b}`}
              link={link}
              from={placeOf.get(link.a)}
              to={placeOf.get(link.b)}
              isLabelled={isLabelled}
              isCrossed={nodes.length > 3}
            />
          ))}
        </g>
        <g>
          {nodes.map((node, index) => (
            <g key={node.url} transform={placed(layout.places[index]!)}>
              <Card node={node} isOwn={node.url === own} />
            </g>
          ))}
        </g>
      </svg>
    </section>
  );
}

interface LinkProps {
  readonly link: LinkModel;
  readonly from: Point | undefined;
  readonly to: Point | undefined;
  readonly isLabelled: boolean;
  readonly isCrossed: boolean;
}

function Link({ link, from, to, isLabelled, isCrossed }: LinkProps) {
  if (from === undefined || to === undefined) return null;
  const [start, end] = [edgeOf(from, to, CARD), edgeOf(to, from, CARD)];
  const total = (link.aToB ?? 0) + (link.bToA ?? 0);
  // Not the middle where the diagonals of four nodes meet.
  const part = isCrossed ? 0.27 : 0.5;
  const label = { x: start.x + (end.x - start.x) * part, y: start.y + (end.y - start.y) * part };
  const trip = link.roundTripMs === undefined ? "" : ` · ${milliseconds(link.roundTripMs)}`;
  const text = link.health === "up" ? `${rate(total)}/s${trip}` : link.health === "partial" ? "half open" : "down";
  return (
    <g class="link" data-health={link.health}>
      <title>{`${nodeName(link.a)} – ${nodeName(link.b)}: ${link.text}, ${rate(total)} messages/s${trip}`}</title>
      <line
        x1={start.x}
        y1={start.y}
        x2={end.x}
        y2={end.y}
        stroke-width={(isLabelled
          ? 1.5 + Math.min(4.5, Math.log10(1 + total))
          : 1 + Math.min(2, Math.log10(1 + total) / 2)
        ).toFixed(2)}
      />
      {isLabelled && (
        <>
          <rect
            x={label.x - (text.length * LETTER_WIDTH) / 2 - 6}
            y={label.y - 9}
            width={text.length * LETTER_WIDTH + 12}
            height="18"
            rx="9"
          />
          <text x={label.x} y={label.y} dy="0.35em" text-anchor="middle">
            {text}
          </text>
        </>
      )}
    </g>
  );
}

interface CardProps {
  readonly node: NodeModel;
  readonly isOwn: boolean;
}

function Card({ node, isOwn }: CardProps) {
  const { url, health, answered, sessions, rates } = node;
  const name = nodeName(url);
  const left = -CARD.width / 2;
  const top = -CARD.height / 2;
  const facts = answered
    ? `${count(sessions)} ${sessions === 1 ? "session" : "sessions"} · ${rate(rates.delivered)}/s`
    : "no answer";
  return (
    <a
      href={nodePath(url)}
      class="card"
      data-state={health}
      aria-label={`${name}: ${health}, ${facts}${isOwn ? ", serves this page" : ""}`}
    >
      <title>{`${url}\n${facts}`}</title>
      <rect x={left} y={top} width={CARD.width} height={CARD.height} rx="10" />
      <circle class="light" cx={left + 17} cy={top + 19} r="4.5" />
      <text class="name" x={left + 29} y={top + 23}>
        {shortened(name)}
      </text>
      <text class="health" x={left + 14} y={top + 40}>
        {health}
        {isOwn ? " · this page" : ""}
      </text>
      <text class="facts" x={left + 14} y={top + 56}>
        {facts}
      </text>
    </a>
  );
}

function placed({ x, y }: Point): string {
  return `translate(${x} ${y})`;
}

/** Both ends of a name tell more than its beginning. */
function shortened(name: string): string {
  if (name.length <= MAX_NAME_CHARS) return name;
  return `${name.slice(0, 8)}…${name.slice(-(MAX_NAME_CHARS - 9))}`;
}
