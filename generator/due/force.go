package due

import (
	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/link"
	"github.com/cxbook/cxbook/generator/record"
)

// standing reports law in force that refers to what is not, and that nobody
// answers for.
func standing(book *record.Handbook, graph *link.Graph) diag.List {
	var out diag.List
	for _, rec := range book.Records {
		if book.StandingOf(rec).Force != record.InForce {
			continue
		}
		out = append(out, vacant(book, rec)...)
		if !law(rec) {
			continue
		}
		changed := changedBy(rec)
		for _, e := range graph.Outgoing(rec.ID) {
			if d, ok := notInForce(book, e); ok && !changed[e.To.ID] {
				out = append(out, d)
			}
		}
	}
	return out
}

// law reports whether a record is of a kind that people approve. Others, such
// as an initiative of last year, tell what was, and may name the law of then.
func law(rec *record.Record) bool { return rec.Type.Field("status") != nil }

// related is the field that offers more to read: nothing rests on it.
const related = "related"

// changedBy returns what a record amends or took the place of: of that its
// words must be able to speak.
func changedBy(rec *record.Record) map[string]bool {
	out := map[string]bool{}
	for _, v := range rec.Versions {
		for _, field := range []string{"amends", "supersedes", "repeals"} {
			for _, id := range v.Source.Fields.Get(field).Strings() {
				out[id] = true
			}
		}
	}
	return out
}

// notInForce judges one reference of law in force. A field that may not name
// what was withdrawn has been reported by link, whatever the day.
func notInForce(book *record.Handbook, e link.Edge) (diag.Diagnostic, bool) {
	standing := book.StandingOf(e.To)
	past := e.Past && !departs(e) // only what holds can have an exception
	withdrawn := e.To.Status == "withdrawn" && e.Field != "" && !e.Past
	switch {
	case past || e.Field == related || withdrawn:
		return diag.Diagnostic{}, false
	case standing.Force == record.InForce:
		return absent(book, e)
	}
	return over(e, standing), true
}

// over words a reference to what is not in force.
func over(e link.Edge, standing record.Standing) diag.Diagnostic {
	date := standing.Since.String()
	d := diag.New(diag.NotInForce, e.At, "target", e.To.ID)
	switch {
	case standing.Force == record.Draft:
	case standing.Since.IsZero():
		d = d.As("over")
	case standing.Force == record.Coming:
		d = diag.New(diag.NotInForce, e.At, "target", e.To.ID, "date", date).As("coming")
	case standing.Force == record.Repealed && standing.By != nil:
		d = diag.New(diag.NotInForce, e.At, "target", e.To.ID, "date", date, "by", standing.By.ID).As("repealed")
	case standing.Instead == nil:
		d = diag.New(diag.NotInForce, e.At, "target", e.To.ID, "date", date).As("expired")
	default:
		d = diag.New(diag.NotInForce, e.At, "target", e.To.ID, "date", date, "by", standing.Instead.ID).As("followed")
		if by := standing.By; by != nil && by.ID == standing.Instead.ID {
			d = d.As("superseded")
		}
	}
	d = d.For(e.From.ID, e.Pointer)
	if departs(e) && standing.Force != record.Draft && standing.Force != record.Coming {
		d = d.Suggest("exception")
	}
	return d
}

// departs reports whether a reference names the rule that an exception is to.
func departs(e link.Edge) bool { return e.From.Type.Name == "exception" && e.Field == "of" }

// vacant reports a record whose owner's role nobody fills. Where a deputy
// stands in, that is worth knowing and no more; one that is vacant, too, does not.
func vacant(book *record.Handbook, rec *record.Record) diag.List {
	owner := rec.Source.Fields.Get("owner")
	role := book.Record(owner.String())
	if role == nil || !isVacant(role) {
		return nil
	}
	deputy := book.Record(role.Source.Fields.Get("deputy").String())
	at := role.Source.Fields.Get("vacant").At
	d := diag.New(diag.VacantOwner, owner.At, "owner", role.ID)
	switch {
	case deputy == nil || deputy == role:
	case StandIn(book, role) == nil:
		d = diag.New(diag.VacantOwner, owner.At, "owner", role.ID, "deputy", deputy.ID).As("both")
	default:
		d = diag.New(diag.VacantOwner, owner.At, "owner", role.ID, "deputy", deputy.ID).As("deputy")
		d.Severity = diag.Info
	}
	return diag.List{d.For(rec.ID, "/owner").See(at, "role")}
}
