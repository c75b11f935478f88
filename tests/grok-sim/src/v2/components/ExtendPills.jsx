/** What the composer shows while a clip is being extended. */

export function ExtendPills({ words, length, choose }) {
  return (
    <>
      <button type="button" className="chip" aria-pressed="true">
        {words.extendVideo}
      </button>
      {[6, 10].map((seconds) => (
        <button
          key={seconds}
          type="button"
          className="chip"
          aria-pressed={length === seconds}
          onClick={() => choose(seconds)}
        >
          +{seconds}s
        </button>
      ))}
    </>
  );
}
