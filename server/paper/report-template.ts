/**
 * How a report is set on A4, in Typst. What is said comes as data and is never read as markup. Sections, tables
 * and pictures stay in one piece where a page has room for them; a longer section goes on at a paragraph.
 */
export const reportTemplate = String.raw`
#let d = json(bytes(sys.inputs.data))
#let soft = rgb("#514a5e")
#let hair = 0.5pt + rgb("#b9b3ab")
#let main-width = 116mm

#set document(title: d.title, author: d.author, description: d.description, date: none)
#set text(font: "Atkinson Hyperlegible Next", lang: "en", region: "GB", size: 11pt, hyphenate: false,
  fill: rgb("#000000"), number-width: "tabular")
#set par(leading: 0.72em, spacing: 0.95em, justify: false, linebreaks: "simple")
#set page(paper: "a4", margin: (x: 16mm, top: 16mm, bottom: 25mm), footer-descent: 4mm, footer: context {
  set text(size: 8.5pt)
  line(length: 100%, stroke: 0.5pt)
  v(-2pt)
  grid(columns: (1fr, auto), column-gutter: 8mm, d.foot, {
    if d.isDraft [Draft · ]
    counter(page).display("1 of 1", both: true)
  })
})
#set figure(supplement: none, numbering: none, gap: 8pt)
#set figure.caption(position: top)
#show figure: set align(left)
#show figure: set block(spacing: 12pt)
#show figure.caption: it => block(width: 100%, align(left, text(size: 10pt, weight: 600, it.body)))
#show heading: set text(weight: 700)
#show heading.where(level: 1): it => block(below: 14pt, { set par(leading: 0.5em); text(size: 25pt, tracking: -0.02em, it.body) })
#show heading.where(level: 2): it => block(below: 10pt, sticky: true, { set par(leading: 0.5em); text(size: 15pt, tracking: -0.01em, it.body) })
#show heading.where(level: 3): it => block(above: 14pt, below: 7pt, sticky: true, text(size: 11pt, it.body))
// A word longer than a line may go on in the next one.
#show regex("[^\s/.-]{26,}"): it => it.text.clusters().chunks(8).map(part => part.join()).join(sym.zws)

// In one piece where it takes no more than a share of the page.
#let together(share, body) = layout(size => {
  let fits = measure(body, width: size.width).height <= share * (297mm - 41mm)
  block(width: 100%, breakable: not fits, body)
})

#let note(words) = block(above: 8pt, below: 0pt, text(size: 9pt, fill: soft, par(leading: 0.55em, words)))
#let hidden-box = box(stroke: (paint: rgb("#565064"), thickness: 0.6pt, dash: (2pt, 1.5pt)), radius: 2pt,
  inset: (x: 4pt), outset: (y: 2.5pt), "c")

#let cell(c) = if c.is == "hidden" { hidden-box } else if c.is == "number" { box(text(weight: 600, c.words)) } else { c.words }

#let data-table(t) = {
  set text(size: 10pt)
  set par(leading: 0.5em)
  let body = {
    show figure: set block(breakable: true)
    figure(kind: table, caption: t.caption, table(
      columns: t.columns.map(c => c.width * 1pt),
      align: (x, y) => (if t.columns.at(x).isNumeric { right } else { left }) + (if y == 0 { bottom } else { top }),
      inset: (x, y) => (left: if x == 0 { 0pt } else { 8pt }, right: if x == t.columns.len() - 1 { 0pt } else { 4pt }, y: 5.5pt),
      stroke: (x, y) => (bottom: if y == 0 { 0.9pt } else { hair }),
      table.header(..t.columns.map(c => text(size: 9pt, fill: soft, c.head))),
      ..t.rows.map(r => (r.label, ..r.cells.map(cell))).flatten(),
    ))
    for n in t.notes { note(n) }
  }
  v(13pt, weak: true)
  together(0.96, body)
  v(13pt, weak: true)
}

#let chart(c) = v(13pt, weak: true) + together(0.96, {
  figure(kind: image, caption: if c.title != "" { c.title }, image(bytes(c.svg), format: "svg", width: 100%, alt: c.alt))
  if c.note != "" { v(-6pt); note(c.note) }
})

#let own-words(by, paragraphs) = block(above: 14pt, below: 4pt, stroke: (left: 2pt + rgb("#4a3787")), inset: (left: 10pt, y: 2pt), {
  if by != "" { block(below: 7pt, sticky: true, text(size: 10pt, weight: 700, par(by))) }
  for p in paragraphs { par(p.join(linebreak())) }
})

#let ask(questions) = if questions.len() > 0 {
  block(width: 100%, breakable: false, stroke: (left: 2pt + black), inset: (left: 8pt, y: 1pt), {
    set text(size: 10pt)
    set par(leading: 0.55em, spacing: 10pt)
    block(below: 7pt, text(weight: 700, par(if questions.len() == 1 { "A question to ask" } else { "Questions to ask" })))
    for words in questions { par(words) }
  })
}

#let actions = {
  if d.last.len() > 0 {
    heading(level: 3, "What became of the last report’s actions")
    set text(size: 10pt)
    set par(leading: 0.5em)
    table(
      columns: (1fr, 45mm),
      inset: (x, y) => (left: if x == 0 { 0pt } else { 8pt }, right: 0pt, y: 5.5pt),
      stroke: (x, y) => (bottom: if y == 0 { 0.9pt } else { hair }),
      table.header(text(fill: soft, "Action"), text(fill: soft, "What became of it")),
      ..d.last.map(a => (
        { a.text; if a.who != "" { linebreak(); text(size: 9pt, fill: soft, a.who) } },
        { text(weight: 600, a.outcome); if a.note != "" { linebreak(); a.note } },
      )).flatten(),
    )
  }
  if d.next.len() > 0 {
    heading(level: 3, "Actions until the next report")
    enum(indent: 0pt, body-indent: 6pt, spacing: 8pt, ..d.next.map(a => {
      a.text
      if a.who != "" { linebreak(); text(size: 10pt, fill: soft, a.who) }
    }))
  }
}

#let section(s) = together(0.62, {
  block(above: 0pt, below: 10pt, sticky: true, line(length: 100%, stroke: hair))
  grid(columns: (12mm, main-width, 1fr), column-gutter: (0mm, 7mm), [], {
    heading(level: 2, { h(-12mm); box(width: 12mm, str(s.number) + " "); s.headline })
    v(10pt, weak: true)
    if s.sentences.len() > 0 { par(s.sentences.join(" ")) }
    for c in s.charts { chart(c) }
    for t in s.tables { data-table(t) }
    if d.actionsIn == s.number { actions }
    if s.words.len() > 0 { own-words(s.wordsBy, s.words) }
    if s.asks != none and s.asks != "" {
      block(width: 100%, above: 12pt, stroke: (thickness: 0.7pt, dash: "dashed"), radius: 3pt, inset: 8pt,
        text(size: 10pt, par(strong("Still to write. ") + s.asks)))
    }
    v(14pt)
  }, ask(s.questions))
})

#block(below: 8pt, text(size: 10pt, weight: 600, fill: soft, par(d.top.join(" · "))))
#heading(level: 1, d.title)
#if d.isDraft {
  block(below: 10pt, stroke: 0.9pt, radius: 3pt, inset: (x: 7pt, y: 5pt), text(size: 10pt, weight: 700, par("Draft, not yet approved")))
}
#text(size: 13pt, par(leading: 0.68em, d.lead))
#if d.parts != "" { text(size: 10pt, fill: soft, par(d.parts)) }
#v(10pt)
#for s in d.sections { section(s) }
#if d.actionsIn == none and d.last.len() + d.next.len() > 0 {
  line(length: 100%, stroke: hair)
  heading(level: 2, "Actions")
  actions
}
#if d.sources.len() > 0 { together(0.96, {
  line(length: 100%, stroke: hair)
  heading(level: 2, "What this report rests on")
  set text(size: 8.5pt)
  set par(leading: 0.5em)
  let half = calc.ceil(d.sources.len() / 2)
  let listed(sources) = list(marker: none, body-indent: 0pt, spacing: 6pt, ..sources.map(s => block(breakable: false, {
    s.title
    linebreak()
    if s.isLink { link(s.url, text(fill: soft, s.url)) } else { s.url }
  })))
  grid(columns: (1fr, 1fr), column-gutter: 8mm, listed(d.sources.slice(0, half)), listed(d.sources.slice(half)))
}) }
`
