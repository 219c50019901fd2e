/**
 * Every size, share and count by which the PDF reader decides, with what it was taken from. Sizes are in points where nothing else is
 * said, and in ems (of the text's own size) where the comment says so. test/core/read/pdf/tolerances.test.ts reads with each of them a
 * fifth smaller and greater. Caps on work are no tolerances: they stand where the work is done.
 */
export const tolerances = {
  /** aligned/aligned-pages.ts */
  alignedPages: {
    /** Pages of the same size within this many points. */
    sameSize: 1,
    /** Of parts of one table on pages of their own, this sure the whole must be; else each part is a table. */
    sure: 0.8,
  },
  /** aligned/aligned-table.ts */
  alignedTable: {
    /** Text stands this much of an em above its baseline, in the middle. */
    middleOfText: 0.38,
    /** Edges this many ems above or below a table's text are its own. */
    edgeReach: 2.5,
    /** Fewer rows, columns or texts are no table. */
    leastRows: 2,
    leastTexts: 6,
    /** So many rows with amounts beside words show the columns of a table whose other rows hold one text. */
    leastBeside: 4,
    /** A head of fewer names may be that of another table. */
    leastNames: 3,
  },
  /** aligned/block.ts */
  alignedBlock: {
    /** Lines of one cell stand this close to each other, as a share of the least distance between rows. */
    wrapShare: 0.87,
    /** And at most this many ems. */
    mostLeading: 2,
    /** So many figures below figures tell the distance between rows; fewer may all stand in every second row. */
    telling: 8,
    /** Text further apart than this, in ems, is not wrapped: lines of one cell are 1.2 to 1.5 em apart. */
    unwrapped: 1.75,
    /** Rows are at least this many ems apart when nothing tells. */
    usualPitch: 1.9,
    /** Distances between rows agree within this factor. */
    alike: 1.15,
    /** Lines of one cell share an edge or their middle within this many ems (recognised text is up to 0.15 em off at either side). */
    sameEdge: 0.35,
    sameMiddle: 0.6,
    /** So many wrapped lines tell how far apart lines of one cell are, the same within this factor. */
    leastWraps: 3,
    evenly: 1.15,
  },
  /** aligned/column.ts */
  alignedColumn: {
    /** Blocks stand beside each other when they share this much of an em in height. */
    beside: 0.3,
    /** Text may touch the next column's by this much of an em, where recognised text is placed badly. */
    touching: 0.15,
    /** Edges agree within this share of an em. */
    sameEdge: 0.3,
    /** Cells keep about this much free at either side of their text, in ems, when nothing tells. */
    usualPadding: 0.65,
    /** Of a column's texts, the share that must agree on an edge: the rest are heads and totals, centred. Two must be most of them. */
    agreeing: 0.4,
    most: 0.6,
    /** How much a middle, and the free stretch between two columns, count against an edge that text is set to. */
    byMiddle: 0.5,
    byGap: 0.03,
    /** A text starts a column of its own where at least this many others start at the same place, */
    sharedStarts: 3,
    /** of widths that differ by this many ems, so that it is not their middle they share, */
    differingWidths: 1,
    /** with this much free before them, in ems. */
    clearance: 0.5,
  },
  /** aligned/confidence.ts */
  alignedConfidence: {
    /** A table without rules is never as sure as a ruled one; recognised text may be misread besides. */
    atBest: 0.95,
    atBestRecognised: 0.9,
    /** Two texts in one cell: a column or row was missed. One of them already brings the table below the line of judgement. */
    perCollision: 0.2,
    /** An amount that does not keep to its column's right edge within this many ems may be in the wrong one. */
    flushWithin: 0.6,
    perStray: 0.1,
    /** A number that stands between rows may belong to either. */
    perFloating: 0.08,
    /** An amount in a row without a word, where most rows have one. */
    perUnlabelled: 0.1,
    /** A column of amounts that no head stands over. */
    perHeadless: 0.1,
    /** Column numbers that are not 1, 2, 3, … over the columns from left to right. */
    forNumbering: 0.3,
    /** A column that holds words and amounts in turn is two columns, or a form with blocks of different columns. */
    perMixed: 0.02,
    /** An amount and the words of the next cell read as one text; not an amount with what it counts, as the targets of evaluations have it: 134.40万元. */
    perRunTogether: 0.2,
  },
  /** aligned/drawn.ts */
  alignedDrawn: {
    /** Fewer edges, one under the head and one at the end, do not part the rows. */
    leastEdges: 4,
    /** An edge parts text that it runs along for this share of its width. */
    along: 0.5,
    /** Lines of one cell are at most this many ems apart. */
    mostLeading: 2.5,
    /** Text may stand over a column's edge by this much of an em. */
    touching: 0.2,
  },
  /** aligned/region.ts */
  alignedRegion: {
    /** Words at one height within this many ems are one line. */
    sameLine: 0.45,
    /** A line of one word this wide, as a share of the text's width, is running text. */
    fullLine: 0.85,
    /** Text larger than a table's by this is a title. */
    larger: 1.15,
    /** A wrapped line is at most this many ems from the one before. */
    wrapped: 1.6,
    /** The next row of one line is at most this many ems below. */
    nextRow: 2.5,
  },
  /** aligned/row.ts */
  alignedRow: {
    /** Text of one row stands at one height within this share of the distance between rows. */
    sameRow: 0.22,
    /** Rows may come this much closer than the usual distance, as a share of it; recognised text is placed up to 1.3 pt off. */
    squeeze: 0.1,
    recognisedSqueeze: 0.24,
  },
  /** aligned/skew.ts */
  alignedSkew: {
    /** Heights are counted in slots of this many points: recognised text is placed up to 1.3 pt off. */
    slot: 1.5,
  },
  /** aligned/span.ts */
  alignedSpan: {
    /** A cell's text is in its middle within this many ems. */
    centredWithin: 0.6,
    /** Text set to an edge keeps to it within this many ems. */
    flushWithin: 0.3,
    /** The middle of the rows a cell spans is that of its text within this share of the distance between rows. */
    middleWithin: 0.3,
    /** Each further row costs a spanning cell this share of the distance between rows, unless that fills the room it has. */
    perRow: 0.05,
    /** Columns that a head leaves out cost this many ems of distance from the middle. */
    leftOut: 1.5,
    /** So many labels that end before a head over them do not reach under it; fewer may be centred over both columns. */
    leastUnder: 3,
  },
  /** aligned/touching.ts */
  alignedTouching: {
    /** So many other texts of a table that begin, or figures that end, at one place within this many ems are a column's. */
    leastAligned: 3,
    aligned: 0.2,
  },
  /** aligned/word.ts */
  alignedWord: {
    /** Gaps that end a word, in ems: cells without rules keep at least 0.8 em between them, letters and words within a cell at most 0.6. */
    cellGap: 0.75,
    /** Digits further apart than this are two numbers; recognised text tears an amount apart by up to 0.4 em. */
    digitGap: 0.5,
    /** A label this far from the figure before it stands in another cell. */
    labelGap: 0.3,
    /** Letters of a spaced word (合　计) stand at most this far apart. */
    letterGap: 3,
    /** Those of a head's word over wide columns further: 收      入 was 6.6 em wide. */
    headGap: 9,
  },
  /** confidence.ts */
  confidence: {
    /** What a ruled grid costs in confidence, each at most. A side that had to be supplied is usually right; text across rules seldom. */
    perSuppliedSide: 0.05,
    mostForUnclosed: 0.4,
    mostForStraddling: 0.6,
    /** A torn number, of which another cell may have the rest; one of them may be printed so. */
    perTorn: 0.15,
  },
  /** content/cut-off.ts */
  clips: {
    /** Of a string of which this share is seen, the rest belongs to the same cell. */
    mostlySeen: 0.6,
    /** Rounded places put a glyph this many ems beyond a clip that does not cut it. */
    rounding: 0.03,
    /** A glyph this near to the clip, in ems, may be what is left of a longer string: text keeps more free of its cell's edge. */
    against: 0.06,
    /** In a clip of several lines' height, which no text is given for its own sake, this near. */
    againstColumn: 0.3,
    severalLines: 4,
    /** Text that is cut off on one side ends this near to the clip on the other. */
    filling: 0.5,
    /** What is placed anew goes on with the string before it within this many ems. */
    touching: 0.1,
  },
  /** content/painted.ts */
  letters: {
    /** No Latin letter is an em wide but one or two of the widest; so many different ones on a page, this share of their font's, are none. */
    leastSquare: 6,
    squareShare: 0.5,
  },
  /** content/paths.ts */
  paths: {
    /** A filled shape is a ruling line up to this thickness: rules of real reports are 0.25 to 1.5 pt, cells' shades at least a line of text high. */
    thickestRule: 2.5,
    /** A stroke wider than this paints a band, not a ruling line. */
    widestStroke: 4,
    /** How far a line may lean and still be parallel to an axis. */
    lean: 0.5,
  },
  /** content/state.ts */
  colours: {
    /** A colour all of whose parts, of 255, are at least this is light. */
    lightest: 140,
  },
  /** content/text.ts */
  glyphs: {
    /** What is painted at most this opaque is faint. */
    faintest: 0.6,
    squareWithin: 0.02,
  },
  /** flow.ts */
  flow: {
    /** A full line may stop this much short, in ems, of where the next word would no longer fit: hung or squeezed punctuation. */
    slack: 0.7,
    /** A paragraph's first line starts at most this far in, in ems; what starts further in is set to the right or centred. */
    deepestIndent: 4.5,
    /** A line that starts further in, in ems, is indented. */
    indent: 1,
    /** This many lines that end within this many points of each other show where text ends. */
    sharedBy: 3,
    ragged: 12,
    /** Lines further apart, in ems, are not of one paragraph. */
    lineGap: 1.6,
    /** Sizes that differ by more are not of one paragraph; a heading is larger than the text by more. */
    sizeChange: 1.12,
  },
  /** furniture.ts */
  furniture: {
    /** Page numbers and running heads stand this near the edge, as a share of the page's height or width. */
    margin: 0.12,
    /** A running head stands on this share of the pages, and on no fewer than three. */
    running: 0.5,
    /** Running heads stand at the same height, within this many points. */
    sameHeight: 4,
  },
  /** grid.ts */
  grid: {
    /** How far from each other rules that meet may end. */
    reach: 3,
    /** Of a cell's side, the share that must be ruled: the rest is lost where thick rules cross. */
    ruledShare: 0.6,
    /** Rules that stick out this far past the last rule across them show a side that is not drawn. */
    overhang: 8,
    /** A row across the whole table is at most this many times as high as the others. */
    tallestWholeRow: 1.6,
  },
  /** hints.ts */
  hints: {
    /** Pieces of a rule that is drawn cell by cell are at least this long, and meet within this distance. */
    shortestPiece: 5,
    meeting: 0.8,
    /** So many such pieces are cells, and not a word's underline. */
    leastPieces: 3,
    /** A ground higher than this share of the page is a page's or a box's. */
    highestGround: 0.3,
    /** An edge that fewer rows show is chance. */
    leastRows: 2,
    /** A rule shorter than this, in points, underlines a word. */
    shortestEdge: 24,
  },
  /** newspaper.ts */
  newspaper: {
    /** The free strip between two columns is at least this many ems wide, and this share of the rows or fewer run over it. */
    gutterWidth: 0.6,
    runOver: 0.05,
    /** Columns of running text are at least this many ems wide, and this long together. */
    narrowest: 8,
    leastLines: 3,
    /** A line is full that ends within this many ems of its column's edge; so many of a column's lines are, and so many hold a comma or full stop. */
    full: 1.6,
    mostlyFull: 0.5,
    withStops: 0.25,
    /** Lines that are cut after so many characters end raggedly: each is this wide at least, as a share of its column, and more of them hold a stop. */
    raggedWidth: 0.65,
    raggedStops: 0.5,
    /** Text larger than the columns' is a title; it may stand over several of them. */
    larger: 1.15,
  },
  /** page.ts */
  page: {
    /** A wider gap, in ems, sets the pieces of a line apart: publisher, year and unit above a table. */
    pieceGap: 2,
    /** Of a glyph's width or height, how much may lie beyond a rule. */
    beyondRule: 0.3,
    /** Cells keep about this much free at either side of a line. */
    padding: 3,
    /** Letters of one text overlap by less than this share of the narrower one. */
    overprint: 0.4,
    /** A head that is ruled over rows that are not: of at least so many names, in at most so many rows, with figures beside each other in rows close below, in ems. */
    leastNames: 3,
    mostHeadRows: 4,
    leastBeside: 2,
    leastRows: 2,
    nextRow: 3,
    /** This many figures below each other in one cell are rows that no rule parts. */
    leastStack: 3,
    /** Two figures further apart than this, in ems, are not the halves of one. */
    unwrapped: 2.5,
  },
  /** picture.ts */
  picture: {
    /** A page that pictures cover by this share is a scan: the text on it was recognised. */
    scanned: 0.3,
    /** A picture that covers this share of its page may be a table; emblems, stamps and photographs are smaller. */
    tableSize: 0.3,
    /** This many letters on a picture are its text layer, or it is their background. */
    fewLetters: 12,
  },
  /** read-pdf.ts */
  readPdf: {
    /** A page without text that fills this many curved outlines has its letters drawn. */
    drawnLetters: 40,
    /** A few letters may be ornaments of a symbol font. */
    leastUnknown: 20,
    /** This share of a page's letters that cannot be read leaves nothing to go by where there is less Chinese than that: of a form, its figures. */
    unknownShare: 0.1,
  },
  /** ruling-lines.ts */
  rulingLines: {
    /** Rules of one line drawn cell by cell differ by up to half a rule's width either side; the least rows are 6 pt high. */
    snapDistance: 2,
    /** Pieces of one rule may stop short of each other by the width of the rule that crosses there. */
    joinGap: 3,
    /** The lines of a double rule lie at most this far apart (word processors: 3 pt); the least rows are 6 pt high. */
    doubleLine: 4,
    /** And run along each other for this share of their length. */
    sameStretch: 0.9,
    /** A joined rule shorter than this borders no cell: a dash, a dot, a tick. */
    shortest: 4,
  },
  /** sideways.ts */
  sideways: {
    /** Row edges of both strips are the same within this many points. */
    sameEdge: 1.5,
    /** Fewer rows are alike by chance. */
    leastRows: 3,
    /** A sheet is at most this many pages long before its second strip begins. */
    reachBack: 12,
    /** A title is set larger than the rest, or is called a table. */
    titleSize: 1.1,
  },
  /** stitch.ts */
  stitch: {
    /** Column edges of two pages are the same within this many points. */
    sameEdge: 2.5,
    /** Of the part that shows fewer edges, the share that the other must show too: merged cells hide edges on either page. */
    sharedEdges: 0.6,
    /** Facing pages may be shifted by the difference of their margins. */
    mostShift: 60,
    /** A table that goes on under a repeated title fills its page down to this share of its height. */
    filledPage: 0.75,
    /** How sure we are of two parts of what is likely one table. */
    lostPart: 0.5,
    /** A head of fewer names may be that of another table. */
    leastNames: 3,
  },
  /** strings.ts */
  strings: {
    /** Glyphs of one string touch within this many ems, and stand on one baseline within it. */
    touching: 0.06,
    /** Digits of one number, each placed for itself, stand at most this far apart, */
    spacedDigits: 0.35,
    /** evenly within this. */
    even: 0.12,
  },
  /** text.ts */
  text: {
    /** Baselines within this share of the size are one line: superscripts and badly placed recognised text included. */
    sameBaseline: 0.45,
    /** Gaps that count as a space, in ems: between Latin letters and digits; next to a Chinese character; between two. */
    latinGap: 0.22,
    mixedGap: 0.5,
    chineseGap: 0.8,
    /** Two equal glyphs that overlap this much are one, printed twice to look bold. */
    sameGlyph: 0.5,
  },
  /** upright.ts */
  upright: {
    /** Text that leans more than this (rise over run) is a watermark or a stamp; skewed scans lean less. */
    leaning: 0.12,
  },
  /** watermark.ts */
  watermark: {
    /** Letters larger than most of the page by this are a watermark's, or a title's, which lies over nothing. */
    larger: 1.5,
    /** A letter's box holds its ink and some room above and below: this share of its height at either end. */
    room: 0.15,
    /** Squares of the page in which letters are looked for, in points. */
    square: 24,
    /** Letters of one string stand at most this many ems apart. */
    apart: 1.5,
  },
} as const;
