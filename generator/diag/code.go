package diag

// The codes, by the floor of the house that finds them. A code never changes
// its meaning; a retired one is not given out again.
//
// The comments name the arguments of each code's sentences, which are given to
// New, Suggest and See as pairs of name and value; the variants of its message
// (Diagnostic.As), its hints and notes. A finding without Suggest says the
// rule's own hint for its message, so only what depends on the place needs
// one. An argument may say its value for the sentence to put into words:
// expected and got are JSON kinds ("array", "string, object"), size and byte
// limits are plain numbers. Findings are errors where a comment does not say
// (warning).

// CX1xx: files and front matter.
const (
	NoFrontMatter    Code = "CX101" // the file does not start with ---
	UnclosedFence    Code = "CX102" // the front matter has no closing ---
	IndentedFence    Code = "CX103" // a fence that does not stand at the start of its line
	BadYAML          Code = "CX104" // variants: "" problem; unclosed-quote, tab, indent, colon, no-colon, no-space, list, key, character (character), bracket, after, escape, block, document
	MergeConflict    Code = "CX105" // <<<<<<< ======= >>>>>>> in a file
	DuplicateKey     Code = "CX106" // key; note: first
	YAMLFeature      Code = "CX107" // variants: anchor, alias, merge, tag
	UnquotedNumber   Code = "CX108" // value: 007, 0x1F, 1_000, +48…, .nan, .inf
	TooDeep          Code = "CX109" // limit
	FileTooLarge     Code = "CX110" // size, limit: numbers of bytes
	NotUTF8          Code = "CX111" // variants: windows-1250, utf-16: what it seems to be; hint table: of a data file
	NotRegularFile   Code = "CX112" // variants: symlink; special (named pipe, socket, device)
	UnreadableFile   Code = "CX113" // reason
	MisplacedFile    Code = "CX114" // variants: outside (a .md outside every type's folder: folders; hint near (suggestion)), wrong (id is of another type: id, folder = where it belongs)
	IgnoredFile      Code = "CX115" // a file that is not read or published (warning)
	BadFileName      Code = "CX116" // variants: "" name; language (lang, languages); characters
	NameDisagrees    Code = "CX117" // variants: version, language, translation-version; each: name (what the file name says), value (what the front matter says)
	NotAMapping      Code = "CX118" // front matter is not a mapping of fields
	HiddenCharacters Code = "CX119" // bidirectional or control characters: character (U+202E)
	NoHandbookFile   Code = "CX120" // handbook.yaml is missing
	Crashed          Code = "CX121" // a panic over one file: detail
	TooManyFiles     Code = "CX122" // limit
)

// CX2xx: schemas.
const (
	MissingField       Code = "CX201" // field; variants: with (field, with, value), beside (field, with): another field needs it; without (field, with): needed in its place; either (fields)
	UnknownField       Code = "CX202" // field; hints: near (suggestion), none (fields)
	BadPattern         Code = "CX203" // field, value, example; variants: id; form (field, value) without an example; hints next-id (id), near (suggestion)
	WrongType          Code = "CX204" // field, expected, got: JSON kinds; hints quote (value) where a text was meant, unquote (value) where not
	NotAllowedValue    Code = "CX205" // field, value, allowed; hint near (suggestion)
	BadFormat          Code = "CX206" // field, value; variants: date, year, duration, period, zero, email, uri, ""
	OutOfRange         Code = "CX207" // field, value, limit; variants: minimum, maximum, exclusive-minimum, exclusive-maximum, multiple
	WrongLength        Code = "CX208" // field, limit; variants: empty, short, long, few, many
	DuplicateItem      Code = "CX209" // field, value; note: first
	SchemaRule         Code = "CX210" // field: any other keyword
	BadSchema          Code = "CX211" // a handbook's own schema; variants: "" problem, json, keyword (keyword; hint near (suggestion)), value (keyword), missing (part), name (name), clash (with), field (field; hint near), target (target; hint near), ref (target), lacks (target, file), loop (target)
	NotWithThis        Code = "CX212" // field, with, value: a field that another field's value rules out; variants beside (field, with), without (field, with)
	DuplicateKeyedItem Code = "CX213" // the same `key` twice in one list: key; note: first
)

// CX3xx: identity, references, versions, translations.
const (
	DuplicateID             Code = "CX301" // id, version, other; note: other; hint next-id (id)
	TwoSources              Code = "CX302" // id, version: two files without source_version, of different languages; note: other
	NoSource                Code = "CX303" // id, version: only translations
	TwoTranslations         Code = "CX304" // id, version, lang; note: other; variant source: into the language of the binding text itself; note: source
	FactInTranslation       Code = "CX305" // field
	UnknownKeyInTranslation Code = "CX306" // key, field; hint near (suggestion)
	UntranslatedItem        Code = "CX307" // key, field; variant list: none of the field (warning)
	TranslationAhead        Code = "CX308" // source_version, version
	StaleTranslation        Code = "CX309" // source_version, version; sections: the same, sections (warning)
	ParityNumbers           Code = "CX310" // section, missing, extra; variants: "" both, missing, extra where only one of them has numbers (warning); note: source
	ParitySections          Code = "CX311" // variants: missing (section), extra (section), empty: no text at all (warning); note: source
	UnknownReference        Code = "CX320" // target; hints near (suggestion), none
	WrongReferenceType      Code = "CX321" // target, type, expected; hint near (suggestion)
	ReferenceCase           Code = "CX322" // target; hint near (suggestion)
	WithdrawnReference      Code = "CX323" // target
	UnknownItem             Code = "CX324" // target, key: POL-001#key; hints near, none (keys); variants needed (example): the key is missing, unwanted (key): it should be
	NotAReference           Code = "CX325" // value: does not look like an id; hint near (suggestion)
	UnlistedLanguage        Code = "CX326" // lang, languages
	UnknownRecordNamed      Code = "CX327" // a record named on handbook.yaml, redirects.yaml, … does not exist (unused until needed): target; hint near (suggestion)
	UnknownCode             Code = "CX328" // code: severity of handbook.yaml (Settings.Unknown) or an entry of debt.yaml names a code that no rule has; hint near (suggestion)
	LockedSeverity          Code = "CX329" // code: severity of handbook.yaml lowers an error that cannot be lowered (Settings.Refused)
	ParagraphOrder          Code = "CX330" // number, previous
	ParagraphTwice          Code = "CX331" // number; note: first
	ParagraphMoved          Code = "CX332" // number, title, before; note: before
	ParagraphMissing        Code = "CX333" // title: a second-level heading of a policy without § number
	ParagraphRemoved        Code = "CX334" // number: gone since the version before, without a stub
	ItemCycle               Code = "CX335" // cycle (one → two → one): keyed items of a record that refer to each other in a circle; variant self (key)
	TermTwice               Code = "CX336" // form, other: two terms with one form in one language (warning); note: other
	NamesSecret             Code = "CX337" // target, audience: words name a record that some of their readers may not see
	EndedInSecret           Code = "CX338" // target, audience: a record for some ends one that others read
	NarrowedAudience        Code = "CX339" // version, audience, other, until: some readers of the version before may not read this one (warning); note: other
	VersionClash            Code = "CX340" // version, other, date: two versions of one record from one day; variant always (version, other): both without effective_from; note: other
	DayOrder                Code = "CX341" // version, from, other, before: a version from an earlier day than the one before it; variants always (version, other): from no day, within (from, until): its last day is before its first; notes: other, from
	VersionOverlap          Code = "CX342" // version, from, other, until: a version starts before the last day that the one before it gives itself; variant record (target, from, until): so does a record that supersedes another; note: until
	VersionGap              Code = "CX343" // version, other, first, last: days on which no version holds; variant record (target, first, last): between a record and what supersedes it (warning); note: until
	VersionRevived          Code = "CX344" // version, other: withdrawn without a last day, so the one before goes on (warning); note: other
	VersionJump             Code = "CX345" // version, other, missing: numbers between two versions are missing (warning); note: other
	Retroactive             Code = "CX346" // from, approved: in force before it was approved (warning); note: approved
	AmendmentCircle         Code = "CX347" // cycle: records that amend, supersede or repeal each other in a circle; variant self (target); note: link (from, target)
	EndedTwice              Code = "CX348" // target, date, other, before: a record ended again after it was ended; variants both (target, date, other): replaced and repealed on one day, same (target): by one record; note: other
	VainAmendment           Code = "CX349" // target, version, date, begins: a record ended before it begins; variants over (target, date, ended): amended or repealed after its end, never (target): a draft; notes: begins, ended
)

// CX4xx: who does what and by when.
const (
	FailedCheck         Code = "CX450" // title, card, check: a record fails a check of a scorecard; hint fix
	CheckWarning        Code = "CX451" // the same (warning) (timed)
	CheckInfo           Code = "CX452" // the same (info) (timed)
	ScorecardExpression Code = "CX453" // an expression that cannot be; variants: syntax, unknown (name), field (name), types, flag, number, function (name), nested, long; hint near (suggestion)
	ScorecardRules      Code = "CX454" // rules that cannot be; variants: none, several, type (type), tie (key), flat (key), param, count, grace (name, value), code (code), shipped (id); hint near (suggestion)
	PartOutOfRange      Code = "CX455" // title, card, value, low, high: an input off its part's scale
)

// CX45x: scorecards.

const (
	LateStep          Code = "CX401" // target, finish, limit, path: a step ends after its duty's time limit; note: deadline
	ReviewWithoutWork Code = "CX410" // on: a review that copies what the one before checked (warning); variants: empty: nothing; early (on, version, approved): before the version was approved; unknown (on, version, newest): of a version that there is not
	ReviewOverdue     Code = "CX411" // due, owner: law in force past its review (warning) (timed)
	BadTable          Code = "CX430" // a data file that is no table: "" a quotation mark; variants empty, cells (cells, columns), twice (column): a wanted column comes twice, returns: line ends of old Macs; hint each
	MissingColumn     Code = "CX431" // column, columns: a data file lacks it; hint near (suggestion)
	BadValue          Code = "CX432" // column, value: not what the column is for; "" versions: no such version; variants: count, date, day (of an export), number, department, role, listening, channel, answer (yes or no), case (its kind)
	PersonalData      Code = "CX433" // column: data about people in a data file; variants mail, phone: an address or number among the values; hint column
	MoreThanAll       Code = "CX434" // part, whole: more people than there are
	RowTwice          Code = "CX435" // on: two rows of a data file for the same people on the same day; variants: crosses: for people of whom some may be the same; value: two values for one day; note: first
	OutOfScale        Code = "CX436" // value, min, max: a score or value that cannot be; variant whole: a score between two marks
	MixedSeries       Code = "CX437" // post: answers about the whole relation and about one event in one series; variants: relational, transactional: the metric is the one and the post the other
	CaseOrder         Code = "CX438" // date, opened: something happened to a case before it was opened
	UnknownTopic      Code = "CX439" // topic, topics: a case's topic that its listening post does not have; hint near (suggestion)
	NotInForce        Code = "CX412" // target: law in force refers to a draft; variants: coming, expired (target, date), superseded, followed, repealed (target, date, by), over (target): no day is known, item-coming, item-over (target, item, date), item (target, item); hint exception (warning) (timed)
	VacantOwner       Code = "CX413" // owner: a record in force whose owner is vacant; variants: deputy (owner, deputy), an info, both (owner, deputy) (warning) (timed); note: role
	ApprovedByOwner   Code = "CX414" // owner: approved by the role that owns it, which is no body; note: owner
	LimitOverLaw      Code = "CX402" // own, limit: the house's time limit is longer than the law's; variant step: a step ends later than that; note: law

	CompetencyCount   Code = "CX470" // key, model: an assessment without one of its model's competencies; variant twice (key); note: first
	UnknownCompetency Code = "CX471" // key, model: the model has no such competency; hint near (suggestion)
	LevelOutside      Code = "CX472" // level, highest: the model has no such level
	OverallWrong      Code = "CX473" // value, right: not the mean of the levels; variant lowest: not the lowest one
	OverallJudged     Code = "CX474" // value, mean, lowest: an overall level that somebody judged (warning)
	TimelessEvidence  Code = "CX475" // evidence that is valid for a time from no day (warning)
	LevelUnproven     Code = "CX476" // name, claimed, provable, level: no evidence of a claimed level; variants: documents: only what is written; decayed: it is not good any more (warning) (timed)
	GapWithoutPlan    Code = "CX477" // key, name, level, target, model: nothing open is meant to close a gap (warning) (timed)
	StageLate         Code = "CX478" // field, day, limit: a stage of a micro-intervention came too late, an info but for deployment; variants due (field, due): it is late by now; measured (until): there is no result (warning) (timed)
	TargetAgainst     Code = "CX479" // target, metric: a target against its metric's direction; variants down (target, metric); same: no change, which warns
	WindowsUnlike     Code = "CX480" // before, after: a baseline and a measurement of different lengths; variants early (from, deployed), overlap (from, until) (warning)
	BeyondTeam        Code = "CX481" // role: a micro-intervention that its team could not decide on; variant budget (warning)
	NothingToMeasure  Code = "CX482" // field: a micro-intervention whose effect nobody can tell (warning)
	UnlikeData        Code = "CX456" // value, data, metric: a typed value that the metric's data contradict (warning) (timed)
	StagesOutOfOrder  Code = "CX483" // field, on, before: a stage before one that it has to follow; note: before
	TrainingLapsed    Code = "CX484" // people, until: completions of a training that count no more (warning) (timed)
	CasesPastLimit    Code = "CX485" // cases, limit: customers of a listening post who wait longer than they may (warning) (timed)
)

// CX5xx: bodies.
const (
	DeadLink          Code = "CX501" // target; variant empty: a link without an address; hint near (suggestion)
	DeadAnchor        Code = "CX502" // anchor, target; variant page (anchor), within the page itself; hints near (suggestion), none
	MissingAttachment Code = "CX503" // target; hint near (suggestion)
	OutsideContent    Code = "CX504" // target
	NoAltText         Code = "CX505" // target
	RawHTML           Code = "CX506" // html (warning: dropped markup)
	LinkScheme        Code = "CX507" // scheme, target; variant image: an image from another server
	HeadingJump       Code = "CX508" // variants: "" level, previous; top, a level-1 heading in a body; empty, one without text (warning)
	PipeInTable       Code = "CX509" // target
	MarkdownLimit     Code = "CX510" // variants: table (limit), nesting (limit), marks (limit), lines (limit), findings (limit), size (limit: bytes), references
	HeadingAttribute  Code = "CX511" // attribute; variants: taken (an id that the page has already), numbered (beside § 3)
	SameHeading       Code = "CX512" // title (warning); note: first
	FileKind          Code = "CX513" // target, kinds: attachment or image of a kind that is not published
	EmptyLink         Code = "CX514" // target: link without text (warning)
	LooseFootnote     Code = "CX515" // label: a footnote without a mark in the text (warning: not published)
	NestedLink        Code = "CX516" // target: a link within the text of another (warning: text only)
	LostCells         Code = "CX518" // cells, columns: a table's row has more cells than its head (warning: the rest is not published)
	UnknownAlert      Code = "CX519" // alert: a quote that begins like an alert and is none (warning)
	UnclosedCode      Code = "CX517" // fence: a code block without an end (warning: the text after it becomes code)
)

// CX6xx: the site.
const (
	AddressClash     Code = "CX601" // address; hint folder; note: other
	AddressNearClash Code = "CX602" // address, other: differ only in case or Unicode form; note: other
	BadRedirect      Code = "CX603" // from: a redirect from the address of a page, or two claims (variants: page, own, twice, form); note: other
)
