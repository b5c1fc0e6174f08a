/** The parts that pages share, built on the tokens: type, buttons, fields, verdicts, the strip that says who is speaking. */
export const baseStyles = `*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--canvas);color:var(--text);font:400 var(--t-m)/20px var(--sans);font-variant-ligatures:none;-webkit-font-smoothing:antialiased}
.note,.dh p{text-wrap:pretty}
html{background:var(--canvas)}
h1,h2,h3,p,ul,ol,dl,dd,figure,fieldset{margin:0;padding:0}
ul,ol{list-style:none} fieldset{border:0;min-width:0}
a{color:var(--accent);text-decoration:underline;text-underline-offset:2px;text-decoration-thickness:1px}
a:hover{color:var(--accent-hover)}
button,input,select{font:inherit;color:inherit}
h1{font-size:var(--t-xl);line-height:24px;font-weight:600;letter-spacing:-.01em}
h2{font-size:var(--t-l);line-height:20px;font-weight:600;letter-spacing:-.005em}
h3,.label{font-size:var(--t-s);line-height:16px;font-weight:600;color:var(--muted)}
.muted{color:var(--muted)} .faint{color:var(--faint)} .small{font-size:var(--t-s);line-height:16px}
.mono,code,pre{font-family:var(--mono);font-size:var(--t-wire);line-height:18px;font-variant-ligatures:none}
.num{font-variant-numeric:tabular-nums}
pre{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:var(--r1)}
.skip{position:absolute;left:-999px;top:4px;background:var(--surface);padding:var(--s2) var(--s3);z-index:9} .skip:focus{left:4px}
.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
/* buttons: 28 px high in tools, 36 px on the parties' pages; never under 24 */
.btn{display:inline-flex;align-items:center;justify-content:center;gap:6px;height:28px;padding:0 10px;border:1px solid var(--line-strong);border-radius:var(--r2);background:var(--surface);font-weight:500;cursor:pointer;white-space:nowrap;text-decoration:none;color:var(--text);transition:background var(--quick) var(--ease),border-color var(--quick) var(--ease)}
.btn:hover{background:var(--sunken);border-color:var(--control);color:var(--text)}
.btn.icon{width:28px;padding:0} .btn.quiet{border-color:transparent;background:transparent} .btn.quiet:hover{background:var(--sunken)}
.btn.primary{background:var(--accent);border-color:var(--accent);color:var(--on-accent)} .btn.primary:hover{background:var(--accent-hover);border-color:var(--accent-hover);color:var(--on-accent)}
.btn.big{height:36px;padding:0 16px}
.btn svg,.ic{width:14px;height:14px;fill:none;stroke:currentColor;stroke-width:1.6;stroke-linecap:round;stroke-linejoin:round;flex:none}
.seg{display:inline-flex;border:1px solid var(--line-strong);border-radius:var(--r2);overflow:hidden;background:var(--surface)}
.seg>*{height:26px;padding:0 9px;border:0;border-right:1px solid var(--line);background:none;cursor:pointer;color:var(--muted);font-weight:500;display:inline-flex;align-items:center;gap:5px;text-decoration:none;white-space:nowrap}
.seg>:last-child{border-right:0} .seg>*:hover{background:var(--sunken);color:var(--text)} .seg>[aria-pressed=true],.seg>[aria-current]{background:var(--accent-tint);color:var(--accent);font-weight:600}
.seg>:focus-visible{outline-offset:-2px}
kbd{font:500 10.5px/14px var(--sans);color:var(--muted);border:1px solid var(--line-strong);border-bottom-width:2px;border-radius:3px;padding:0 4px;background:var(--surface)}
/* verdict: shape + word. ok = check, fail = cross in a filled square, none = dash in a ring, warn = triangle */
.v{vertical-align:middle;display:inline-flex;align-items:center;gap:5px;font-weight:600;font-size:var(--t-s);line-height:16px;white-space:nowrap}
.v svg{width:14px;height:14px;flex:none} .v.ok{color:var(--ok)} .v.fail{color:var(--fail)} .v.none{color:var(--none);font-weight:500} .v.warn{color:var(--warn)}
/* party chip: dot in lane colour + name, the only place besides the ladder where lane colours appear */
.party{display:inline-flex;align-items:center;gap:6px;font-weight:600;white-space:nowrap}
.party::before{content:"";width:8px;height:8px;border-radius:50%;background:var(--c)}
[data-p=browser]{--c:var(--lane-browser)}[data-p=idp]{--c:var(--lane-idp)}[data-p=idc]{--c:var(--lane-idc)}[data-p=sts]{--c:var(--lane-sts)}[data-p=iam]{--c:var(--lane-iam)}[data-p=s3]{--c:var(--lane-s3)}
.badge{display:inline-flex;align-items:center;gap:5px;padding:1px 7px;border:1px solid var(--line-strong);border-radius:99px;font-size:var(--t-xs);line-height:16px;color:var(--muted);white-space:nowrap}
.field{display:grid;gap:var(--s1)} .field>label{font-weight:500}
.input{height:36px;padding:0 10px;border:1px solid var(--control);border-radius:var(--r2);background:var(--surface);width:100%}
.input:focus-visible{outline-offset:0} .input[aria-invalid=true]{border-color:var(--fail);border-width:2px;padding:0 9px}
.card{background:var(--surface);border:1px solid var(--line);border-radius:var(--r3)}
.note{border-left:3px solid var(--line-strong);padding:2px 0 2px var(--s3);color:var(--muted)}
/* strip on every page that a party serves: who is speaking, which hop, way back */
.strip{display:flex;align-items:center;gap:var(--s3);min-height:36px;padding:4px var(--s4);background:var(--surface);border-bottom:1px solid var(--line);box-shadow:inset 0 3px 0 var(--c);font-size:var(--t-s);line-height:16px}
.strip .end{margin-left:auto;display:flex;gap:var(--s2);align-items:center}
.logo{display:inline-flex;align-items:center;gap:7px;font-weight:650;letter-spacing:-.01em;color:var(--text);text-decoration:none}
.logo svg{width:18px;height:18px;flex:none}
table{border-collapse:collapse;width:100%} th{font-size:var(--t-s);line-height:16px;font-weight:600;color:var(--muted);text-align:left;padding:6px 10px;border-bottom:1px solid var(--line)} td{padding:7px 10px;border-bottom:1px solid var(--line);vertical-align:top}
tr:last-child>td{border-bottom:0}
@media (prefers-contrast:more){:root{--line:var(--control);--line-strong:var(--text);--muted:var(--text);--faint:var(--text)}}
@media (forced-colors:active){.party::before{forced-color-adjust:none}.btn{border-color:ButtonText}}
@media (prefers-reduced-motion:reduce){*,*::before,*::after{transition:none!important;animation:none!important;scroll-behavior:auto!important}}
`
