/**
 * The one template every document is set by. It is a program of ours and the same for all: what a document says comes in
 * as JSON and is only ever shown, so that nothing anybody wrote can be read as a command. It reads no file.
 * Headings, lists, tables with heads and the language are marked, as PDF/UA-1 asks; colours are those of the light theme.
 */
export const TEMPLATE = String.raw`
#let d = json(bytes(sys.inputs.document))
#let base = if d.size == "large" { 16pt } else { 12pt }
#let ink = rgb("#14262C")
#let muted = rgb("#4C5F63")
#let rule = rgb("#5B6F73")
#let hair = rgb("#C9D5D3")
#let brand = rgb("#0B5F63")

#set document(title: d.title, author: "Connexions", date: auto)
// Letters of Vietnamese are put together from two signs by the first face, and then read out twice: the second has them whole.
#let faces = ((name: d.faces.first(), covers: regex("[^\u{1EA0}-\u{1EF9}\u{1A0}\u{1A1}\u{1AF}\u{1B0}]")), ..d.faces.slice(1))
#set text(font: faces, fallback: false, size: base, fill: ink, lang: d.lang, region: "GB", number-type: "lining", hyphenate: false)
#set par(leading: 0.62em, spacing: 0.85em, justify: false)
#set page(paper: "a4", margin: (x: 2.2cm, top: 2.2cm, bottom: 2.6cm), footer-descent: 35%, footer: context {
  set text(size: 10pt, fill: muted)
  set par(leading: 0.5em)
  line(length: 100%, stroke: 0.5pt + hair)
  v(-0.3em)
  let at = d.page.replace("{page}", str(here().page())).replace("{pages}", str(counter(page).final().first()))
  grid(columns: (1fr, auto), column-gutter: 1.5em, d.footer, at)
})
#show heading: set text(weight: 700)
#show heading: set block(sticky: true)
#show heading.where(level: 1): set text(size: if d.size == "large" { 28pt } else { 22pt })
#show heading.where(level: 1): set block(below: 0.8em)
#show heading.where(level: 2): it => block(above: 1.6em, below: 0.9em, width: 100%, sticky: true, {
  set text(size: if d.size == "large" { 20pt } else { 15pt })
  it.body
  v(-0.45em)
  line(length: 100%, stroke: 1pt + rule)
})
#show heading.where(level: 3): set text(size: base + 1pt)

#let said(one) = {
  let tone = one.at("tone", default: "")
  if tone == "strong" { strong(one.text) }
  else if tone == "quote" { text(weight: 400, "“" + one.text + "”") }
  else if tone == "quiet" { text(fill: muted, one.text) }
  else { one.text }
}
#let lines(all) = for one in all { par(said(one)) }

#heading(level: 1, d.title)
#for part in d.parts {
  if part.kind == "heading" { heading(level: part.level, bookmarked: part.level == 2, part.text) }
  else if part.kind == "text" { par(said(part)) }
  else if part.kind == "note" {
    block(width: 100%, inset: (left: 0.9em, y: 0.5em), stroke: (left: 4pt + brand), part.text)
  }
  else if part.kind == "steps" {
    enum(spacing: 1.3em, indent: 0pt, body-indent: 0.7em, numbering: n => text(weight: 700, fill: brand, str(n) + "."),
      ..part.items.map(item => {
        par(strong(item.title))
        for one in item.lines { par(one) }
      }))
  }
  else if part.kind == "facts" {
    terms(separator: [: ], hanging-indent: 1em, spacing: 0.75em, ..part.facts.map(fact => terms.item(fact.label, fact.value)))
  }
  else if part.kind == "table" {
    let n = part.heads.len()
    table(
      columns: (5em,) + (1fr,) * (n - 1),
      inset: (x, y) => (left: if x == 0 { 0pt } else { 0.5em }, right: if x == n - 1 { 0pt } else { 0.5em }, y: 0.55em),
      stroke: (x, y) => (bottom: if y == 0 { 1pt + rule } else { 0.5pt + hair }),
      table.header(..part.heads.map(head => text(size: 0.85em, weight: 700, fill: muted, head))),
      ..part.rows.map(row => {
        // Few lines stay together; a long note goes over as many pages as it needs.
        let short = row.flatten().map(one => one.text.len()).sum(default: 0) < 900
        row.map(cell => table.cell(breakable: not short, lines(cell)))
      }).flatten(),
    )
  }
}
`
