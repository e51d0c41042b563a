package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/due"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/record"
)

// LifeText writes a life for people: a heading for each part that has
// something to tell, and a line for each thing in it.
func LifeText(w io.Writer, l Life, o Options) error {
	t := teller{life: l.in(o.Lang), of: l, lang: o.Lang, ink: inkOf(o.Color)}
	t.head()
	t.versions()
	t.amendments()
	t.review()
	t.owner()
	t.translations()
	t.exceptions()
	t.references()
	t.affected()
	t.scores()
	t.findings(o)
	_, err := io.WriteString(w, t.b.String())
	return err
}

// A teller writes one life. What comes from content goes through line or
// shown, so that no file can move a terminal's cursor.
type teller struct {
	life
	of   Life
	lang string
	ink  ink
	b    strings.Builder
}

func (t *teller) word(key string) string { return word("life."+key, t.lang) }

// part starts a part of the life with its heading.
func (t *teller) part(key string) {
	fmt.Fprintf(&t.b, "\n%s\n", t.ink.label(t.word(key)))
}

// line writes a line of a part; what is empty among its pieces is left out.
func (t *teller) line(pieces ...string) {
	var said []string
	for _, p := range pieces {
		if p != "" {
			said = append(said, diag.Printable(p))
		}
	}
	t.b.WriteString("  " + strings.Join(said, "  ") + "\n")
}

// more writes what belongs to the line before.
func (t *teller) more(text string) {
	if text != "" {
		t.b.WriteString("      " + diag.Printable(text) + "\n")
	}
}

// called names a record by id and title, and whose eyes it is for.
func (t *teller) called(id string) string {
	rec := t.of.Book.Record(id)
	if rec == nil {
		return id
	}
	name := id + " " + rec.In(t.lang).Title
	if labels := rec.Audience(); len(labels) > 0 {
		name += " [" + strings.Join(labels, ", ") + "]"
	}
	return name
}

func (t *teller) head() {
	fmt.Fprintf(&t.b, "%s\n", t.ink.place(diag.Printable(t.life.Record+" "+t.Title)))
	t.b.WriteString(diag.Printable(t.TypeName+", "+t.File) + "\n")
	if len(t.Audience) > 0 {
		t.b.WriteString(diag.Printable(fmt.Sprintf(t.word("audience"), strings.Join(t.Audience, ", "))) + "\n")
	}
	if t.Summary != "" {
		t.b.WriteString(wrap(diag.Printable(t.Summary)) + "\n")
	}
	if t.law() {
		t.b.WriteString("\n" + t.standing() + "\n")
	}
}

// law reports whether the record is one that comes into force; a term of the
// glossary is not.
func (t *teller) law() bool {
	rec := t.of.Record
	return rec.Type.Field("status") != nil || !rec.From.IsZero() || !rec.Until.IsZero() || len(rec.Versions) > 1
}

// standing says what the record is on the day, since when and through what,
// and what it will be.
func (t *teller) standing() string {
	s := t.life.Standing
	said := t.force(s.Force)
	switch {
	case s.Since == "":
	case s.Force == record.Coming:
		said += ": " + due.Begins.In(t.lang) + " " + t.day(s.Since)
	default:
		said += " " + fmt.Sprintf(t.word("since"), t.day(s.Since))
	}
	switch {
	case s.ByVersion > 0:
		said += fmt.Sprintf(" (%s %d)", word("version", t.lang), s.ByVersion)
	case s.By != "":
		said += " (" + word("by", t.lang) + " " + diag.Printable(t.called(s.By)) + ")"
	}
	if s.Next > 0 {
		said += fmt.Sprintf("; %s %d %s %s", word("version", t.lang), s.Next, due.Begins.In(t.lang), t.day(s.NextFrom))
	}
	if s.Last != "" {
		said += "; " + due.Ends.In(t.lang) + ": " + t.day(s.Last)
	}
	if s.EndedBy != "" {
		said += " (" + word("by", t.lang) + " " + diag.Printable(t.called(s.EndedBy)) + ")"
	}
	return said
}

func (t *teller) force(f record.Force) string { return t.word("force." + string(f)) }

// day writes a day in full.
func (t *teller) day(iso string) string {
	d, err := lang.ParseDate(iso)
	if err != nil {
		return iso
	}
	return lang.FormatDate(t.lang, d)
}

// days writes a stretch of days.
func (t *teller) days(first, last string) string {
	switch {
	case first == "" && last == "":
		return ""
	case last == "":
		return fmt.Sprintf(t.word("from"), first)
	case first == "":
		return fmt.Sprintf(t.word("until"), last)
	}
	return fmt.Sprintf(t.word("from"), first) + " " + fmt.Sprintf(t.word("until"), last)
}

func (t *teller) versions() {
	if !t.law() {
		return
	}
	t.part("versions")
	for _, v := range t.Versions {
		t.line(fmt.Sprint(v.Version), t.force(v.Standing), t.days(v.First, v.Last))
		if v.ApprovedOn != "" {
			t.more(fmt.Sprintf(t.word("approved"), v.ApprovedOn, t.called(v.ApprovedBy)))
		}
		t.more(v.Note)
		t.more(v.File)
	}
}

func (t *teller) amendments() {
	if len(t.Amendments) == 0 {
		return
	}
	t.part("amendments")
	for _, a := range t.Amendments {
		id, version := a.To, ""
		if a.From != t.life.Record {
			id = a.From
		} else if len(t.Versions) > 1 {
			version = fmt.Sprintf("(%s %d)", word("version", t.lang), a.Version)
		}
		state := ""
		switch {
		case a.Draft:
			state = t.force(record.Draft)
		case a.Day != "" && !a.Done:
			state = t.force(record.Coming)
		}
		t.line(a.Relation+":", t.called(id), version, a.Day, state)
	}
}

func (t *teller) review() {
	r := t.Review
	if r == nil && len(t.Reviews) == 0 {
		return
	}
	t.part("review")
	if r != nil {
		every := r.Every
		if said, err := lang.FormatDuration(t.lang, r.Every, false); err == nil {
			every = said
		}
		t.line(fmt.Sprintf(t.word("every"), every))
	}
	t.reviews()
	if r == nil {
		return
	}
	said := due.Review.In(t.lang) + ": " + r.Due
	if r.Overdue {
		said = t.ink.severity(diag.Warning, said+", "+word("overdue", t.lang))
	}
	t.b.WriteString("  " + said + "\n")
}

func (t *teller) reviews() {
	if len(t.Reviews) == 0 {
		t.line(t.word("never-reviewed"))
	}
	for _, e := range t.Reviews {
		version := ""
		if len(t.Versions) > 1 {
			version = fmt.Sprintf("(%s %d)", word("version", t.lang), e.Version)
		}
		t.line(fmt.Sprintf(t.word(e.Outcome), e.On, t.called(e.By)), version)
		t.more(e.Checked)
	}
}

func (t *teller) owner() {
	if t.Owner == nil {
		return
	}
	t.part("owner")
	line := t.called(t.Owner.ID)
	if t.Owner.Vacant {
		line += ": " + word("vacant", t.lang)
	}
	if t.Owner.Deputy != "" {
		line += ", " + word("deputy", t.lang) + " " + t.called(t.Owner.Deputy)
	}
	t.line(line)
}

func (t *teller) translations() {
	t.part("translations")
	for _, tr := range t.Translations {
		state := t.word("translation." + tr.State)
		if tr.State == "behind" {
			state += fmt.Sprintf(" (%s %d)", word("version", t.lang), tr.Version)
		}
		t.line(tr.Language, state, tr.File)
	}
}

func (t *teller) exceptions() {
	if len(t.Exceptions) == 0 {
		return
	}
	t.part("exceptions")
	for _, e := range t.Exceptions {
		t.line(t.called(e.Record), e.Of, t.force(e.Standing), t.days(e.First, e.Last))
		t.more(e.Instead)
	}
}

func (t *teller) references() {
	if len(t.ReferredBy) == 0 {
		return
	}
	t.part("references")
	relation := "\x00"
	for _, r := range t.ReferredBy {
		if r.Relation != relation {
			relation = r.Relation
			name := relation
			if name == "" {
				name = t.word("mention")
			}
			t.line(name + ":")
		}
		item := ""
		if r.Item != "" {
			item = "#" + r.Item
		}
		t.line("  "+t.called(r.Record), item, fmt.Sprintf("%s:%d:%d", r.File, r.Line, r.Column))
	}
}

func (t *teller) affected() {
	if len(t.Affected) == 0 {
		return
	}
	t.part("affected")
	for _, direct := range []bool{true, false} {
		var lines []lifeReached
		for _, r := range t.Affected {
			if r.Direct == direct {
				lines = append(lines, r)
			}
		}
		key := map[bool]string{true: "directly", false: "indirectly"}[direct]
		if len(lines) > 0 {
			t.line(t.word(key) + ":")
		}
		for _, r := range lines {
			t.line("  "+t.called(r.Record), r.arrows)
		}
	}
}

// findings are printed as a check prints them.
func (t *teller) findings(o Options) {
	own := t.of.about()
	if len(own) == 0 {
		return
	}
	t.part("findings")
	t.b.WriteString("\n")
	for _, d := range own {
		t.b.WriteString(Finding(d, o) + "\n")
	}
}

// scores tells how the record scores, with the parts of every number.
func (t *teller) scores() {
	if len(t.life.Scores) == 0 {
		return
	}
	t.part("score")
	for _, s := range t.life.Scores {
		line := s.Scorecard + "  " + s.Name + ": " + figure(s.Value, s.Reason, t.lang)
		if s.Rank > 0 {
			line += fmt.Sprintf(", %s %d", word("score.rank", t.lang), s.Rank)
		}
		t.line(line+level(s.Level), strings.TrimSpace(scoreNote(s.DocumentRow, t.lang)))
		for line := range strings.Lines(scoreParts(s.DocumentRow, t.lang)) {
			t.b.WriteString("    " + strings.TrimPrefix(line, "         "))
		}
	}
}
