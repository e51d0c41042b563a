package page

import (
	"slices"
	"strings"

	"github.com/cxbook/cxbook/generator/compare"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/redline"
)

// A Lag is what a translation's page says of the text that it is behind.
type Lag struct {
	Unknown bool   // nobody can say what changed: the version that it translates is not kept
	Parts   []Link // the sections that changed, with where that can be read
	Fields  int    // how many fields changed
	Compare *Link  // where that can be read
}

// lag says, on pages in one language, what changed in a record since what
// another shows of it, or nil where that is up to date.
func lag(rec *record.Record, language, shown string) *Lag {
	behind := compare.Behind(rec, language)
	if behind == nil {
		return nil
	}
	out := &Lag{Unknown: !behind.Known, Fields: behind.Facts}
	if behind.Next {
		out.Compare = compareLink(rec, shown)
	}
	for _, p := range behind.Parts {
		out.Parts = append(out.Parts, lagLink(rec, behind, p, shown))
	}
	return out
}

// lagLink leads to what changed in a section: to the comparison of the two
// versions where there is one, else to the binding text.
func lagLink(rec *record.Record, behind *compare.Lag, p compare.LagPart, shown string) Link {
	l := bindingOf(rec, p)
	if behind.Next {
		l = Link{Address: compareAddress(rec, shown), Fragment: comparedAnchor(p)}
	}
	l.ID, l.Title, l.Lang = "", "", ""
	switch {
	case p.Heading == nil:
		l.Word = "compare.start"
	case p.Heading.Number != "":
		l.Title = lang.Cite(shown, p.Heading.Anchor)
	default:
		l.Title, l.Lang = p.Heading.Text, rec.Source.Lang
	}
	return l
}

// bindingOf leads to a section of the binding text, of what was removed to the
// text.
func bindingOf(rec *record.Record, p compare.LagPart) Link {
	l := linkTo(rec, rec.Source.Lang)
	if p.Heading != nil && p.State != redline.Removed {
		l.Fragment = p.Heading.Anchor
	}
	return l
}

// comparedAnchor returns where a page of comparison has a section.
func comparedAnchor(p compare.LagPart) string {
	switch {
	case p.Heading == nil:
		return ""
	case p.State == redline.Removed:
		return goneAnchor(p.Heading.Anchor)
	}
	return p.Heading.Anchor
}

// lastPlace returns the last of a section's numbered passages, or the section
// itself: what comes after it is said at its end.
func lastPlace(places []string, section string) string {
	last := section
	for _, place := range places[slices.Index(places, section)+1:] {
		if !strings.HasPrefix(place, section+"-") {
			break
		}
		last = place
	}
	return last
}

// lagWords name what became of a section.
var lagWords = map[redline.State]string{
	redline.Changed: "lag.changed", redline.Added: "lag.added", redline.Removed: "lag.removed",
}

// lagRemarks puts on a translation's page what it does not give as the binding
// text has it, each at its section.
func lagRemarks(out *Record, rec *record.Record, language string) {
	behind := compare.Behind(rec, language)
	if behind == nil {
		return
	}
	for _, p := range behind.Parts {
		if p.Place == "" {
			continue // the notice at the top names it
		}
		remark := Remark{Word: lagWords[p.State], Anchor: p.Place, Since: behind.From}
		if p.State == redline.Added {
			remark.Text = Value{Text: p.Heading.Text, Lang: rec.Source.Lang}
			remark.Anchor = lastPlace(out.Doc.Places, p.Place)
		}
		if behind.Next {
			to := lagLink(rec, behind, p, language)
			remark.Ways = append(remark.Ways, Link{Word: "compare.what", Address: to.Address, Fragment: to.Fragment})
		}
		binding := bindingOf(rec, p)
		remark.Ways = append(remark.Ways, Link{Word: "notice.binding", Address: binding.Address, Fragment: binding.Fragment, Lang: rec.Source.Lang})
		out.Remarks = append(out.Remarks, remark)
	}
}
