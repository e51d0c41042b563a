package score

import (
	"strconv"
	"strings"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/record"
)

// codes are those of a failed check, by its severity.
var codes = map[diag.Severity]diag.Code{
	diag.Error: diag.FailedCheck, diag.Warning: diag.CheckWarning, diag.Info: diag.CheckInfo,
}

// findings reports the checks that failed. What the mere passing of a day can
// change is judged on the version of the day and never blocks; everything else
// on the newest version that was decided, by the newest version of the
// scorecard, so that the same is wrong on every day. A scorecard that has a last
// day blocks nothing: what it forbids is allowed from then on.
func (r *rules) findings() {
	if len(r.checks) == 0 {
		return
	}
	byID := map[string]*Row{}
	for _, row := range r.card.Rows {
		byID[row.Record.ID] = row
	}
	for _, rec := range r.Book.ByType(r.scope.typ.Name) {
		newest := decided(rec)
		var last *Row
		if newest != nil {
			last = byID[rec.ID]
			if newest != rec {
				last = nil
				if env := r.scope.of(newest); r.asked(r.where, env) {
					last = &Row{Record: newest}
					r.checkRow(last, env)
				}
			}
		}
		for _, c := range r.checks {
			switch timed := r.passes(c); {
			case timed && r.card.today:
				r.failure(c, byID[rec.ID])
			case !timed && r.card.newest:
				r.failure(c, last)
			}
		}
	}
}

// passes reports whether the mere passing of a day can change what a check says.
func (r *rules) passes(c checkRule) bool { return c.Timed || r.timed(r.where) || r.card.passing }

// decided returns the newest version that is no draft and was not withdrawn.
func decided(rec *record.Record) *record.Record {
	for i := len(rec.Versions) - 1; i >= 0; i-- {
		if rec.Versions[i].Status == "approved" {
			return rec.Versions[i]
		}
	}
	return nil
}

// failure reports a check that a row does not pass.
func (r *rules) failure(c checkRule, row *Row) {
	if row == nil || c.ReportedAs != "" {
		return
	}
	for _, check := range row.Checks {
		if check.Key != c.Key || check.Pass == nil || *check.Pass {
			continue
		}
		severity := c.Severity
		if severity == diag.Error && r.passes(c) {
			severity = diag.Warning
		}
		field := ""
		if c.at != "" {
			field = "/" + c.at
		}
		d := diag.New(codes[severity], place(row.Record, c.at), titled(c.title, "card", r.card.Record.ID, "check", c.Key)...).For(row.Record.ID, field)
		if c.fix.EN != "" || c.fix.PL != "" || c.fix.CS != "" {
			d = d.Suggest("fix", "fix", c.fix.EN, "fix.pl", c.fix.PL, "fix.cs", c.fix.CS)
		}
		d.Check = r.card.Record.ID + "/" + c.Key
		r.report(d)
	}
}

// titled returns arguments with a title in each language.
func titled(title diag.Text, args ...string) []string {
	return append(args, "title", title.EN, "title.pl", title.PL, "title.cs", title.CS)
}

// place returns where a record says a field, or its id.
func place(rec *record.Record, field string) diag.Span {
	for _, name := range []string{field, "id"} {
		if e := rec.Source.File.Front.Entry(name); e != nil {
			return e.KeyAt
		}
	}
	one := diag.Position{Line: 1, Column: 1}
	return diag.Span{File: rec.Source.File.Name, Start: one, End: one}
}

// placeOfPath returns where a record says what an expression names, if it is a
// path and no more; else where it says its id.
func placeOfPath(rec *record.Record, path string) diag.Span {
	n := rec.Source.File.Front
	for name := range strings.SplitSeq(path, ".") {
		n = n.Get(name)
	}
	if n == nil {
		return place(rec, "")
	}
	return n.At
}

func plain(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// Mark adds to findings which check they stand for, where a check is reported
// as one of them.
func (c *Cards) Mark(list diag.List) diag.List {
	as := map[diag.Code]map[string]string{} // code → record → check
	for _, card := range c.All {
		for _, rule := range card.Checks {
			if rule.ReportedAs == "" {
				continue
			}
			if as[rule.ReportedAs] == nil {
				as[rule.ReportedAs] = map[string]string{}
			}
			for _, row := range card.Rows {
				for _, check := range row.Checks {
					if check.Key == rule.Key && check.Pass != nil && !*check.Pass {
						as[rule.ReportedAs][row.Record.ID] = card.Record.ID + "/" + rule.Key
					}
				}
			}
		}
	}
	out := make(diag.List, len(list))
	for i, d := range list {
		if d.Check == "" {
			d.Check = as[d.Code][d.Record]
		}
		out[i] = d
	}
	return out
}
