/** The mark of the project. */
export function Comet({ size }: { readonly size: number }) {
  return <img class="mark" src="comet.svg" alt="" width={size} height={size} />;
}
