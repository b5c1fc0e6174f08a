/** Colours, type and space of every page, light and dark. Pages use these names and no values of their own. */
const light = `:root{
  color-scheme:light;
  /* neutrals: cool, low chroma; three surfaces are enough */
  --canvas:#f5f6f8; --surface:#ffffff; --sunken:#f0f2f5; --raised:#ffffff;
  --line:#e2e5ea; --line-strong:#c5cbd4; --control:#7d8795;
  --text:#1a2029; --muted:#4f5a69; --faint:#5f6a79;
  /* one accent: selection, focus, primary action, links. Nothing else. */
  --accent:#2459d3; --accent-hover:#1b48b0; --accent-tint:#e9effc; --on-accent:#ffffff;
  /* verdicts: always with a shape and a word. Passing is quiet, failing is loud. */
  --ok:#17704a; --fail:#b8232f; --fail-tint:#fcebec; --on-fail:#ffffff; --warn:#7d5200; --warn-tint:#fbf2df; --none:#5f6a79;
  /* lanes: fixed per party, never by order of appearance */
  --lane-browser:#56657a; --lane-idp:#b3296f; --lane-idc:#7442c8; --lane-sts:#0a7680; --lane-iam:#8a6100; --lane-s3:#47761d;
  /* provenance: five tints, each with its own underline and letter */
  --p-a:#dfe9fd; --p-b:#fae3ef; --p-c:#e0f3e8; --p-d:#fbeccb; --p-e:#e9e2fb;
  --p-ink-a:#1f4fb8; --p-ink-b:#9c2160; --p-ink-c:#176443; --p-ink-d:#744b00; --p-ink-e:#6237b3;
  --shadow:0 1px 2px rgb(20 28 40/.06),0 8px 24px rgb(20 28 40/.10);
  --sans:-apple-system,BlinkMacSystemFont,"Segoe UI",Inter,Roboto,"Noto Sans","Liberation Sans",sans-serif;
  --mono:ui-monospace,SFMono-Regular,"Cascadia Mono","JetBrains Mono",Menlo,Consolas,"Liberation Mono",monospace;
  --t-xs:11px; --t-s:12px; --t-m:13px; --t-l:15px; --t-xl:18px; --t-xxl:24px; --t-wire:11.5px;
  --s1:4px; --s2:8px; --s3:12px; --s4:16px; --s5:24px; --s6:32px;
  --r1:4px; --r2:6px; --r3:10px;
  --quick:120ms; --calm:200ms; --ease:cubic-bezier(.2,.7,.3,1);
}
`

const dark = `
  color-scheme:dark;
  --canvas:#0e1115; --surface:#14181e; --sunken:#0f1318; --raised:#1a2028;
  --line:#252c36; --line-strong:#3a4452; --control:#758191;
  --text:#e3e7ed; --muted:#a5afbc; --faint:#8a95a4;
  --accent:#82a9ff; --accent-hover:#a3c0ff; --accent-tint:#182238; --on-accent:#0c1526;
  --ok:#5fc795; --fail:#ff8a8f; --fail-tint:#2b181c; --on-fail:#2a0b0e; --warn:#e3b45c; --warn-tint:#2d2412; --none:#8a95a4;
  --lane-browser:#98a8bd; --lane-idp:#f084b6; --lane-idc:#b795f7; --lane-sts:#4fc0c8; --lane-iam:#d9ab46; --lane-s3:#97c65f;
  --p-a:#1b2b4d; --p-b:#3f1f31; --p-c:#17352a; --p-d:#382c11; --p-e:#2d2349;
  --p-ink-a:#9cbcff; --p-ink-b:#f6a3c9; --p-ink-c:#7fd6ac; --p-ink-d:#e9c373; --p-ink-e:#c9b1fb;
  --shadow:0 1px 2px rgb(0 0 0/.4),0 8px 24px rgb(0 0 0/.45);
`

/** The reader's system decides; `data-theme` on the root overrules it. */
export const tokens = `${light}:root[data-theme=dark]{${dark}}
@media (prefers-color-scheme:dark){:root:not([data-theme]){${dark}}}
`
