package page

import (
	"github.com/cxbook/cxbook/generator/micro"
	"github.com/cxbook/cxbook/generator/record"
)

// How far an insight has got.
const (
	chainNowhere = "voice.chain.nowhere" // no initiative follows from it, or none that was not rejected
	chainUntold  = "voice.chain.untold"  // something was done, and customers have not been told
	chainOpen    = "voice.chain.open"    // somebody is at work on it
	chainTold    = "voice.chain.told"
)

// chainOrder puts first what needs somebody.
var chainOrder = []string{chainNowhere, chainUntold, chainOpen, chainTold}

// A ChainGroup is insights that have got equally far.
type ChainGroup struct {
	Word   string // names it in the theme's words
	Chains []Chain
}

// A Chain is what follows from an insight.
type Chain struct {
	Insight   Link
	Statement Value
	Facts     []Fact
	Word      string // why it leads nowhere, in the theme's words; "" where it does not
	Steps     []ChainStep
}

// A ChainStep is an initiative that follows from an insight.
type ChainStep struct {
	Initiative Link
	Stated     Value     // how far it is, as people wrote it
	Improved   *Improved // nil where there is nothing to tell yet
	Unsaid     bool      // it is over, but no effect is stated
	Untold     bool      // it is done, and customers have not been told
	Rejected   bool
}

// chainFacts are the fields of an insight that the chain shows, beside what it
// says.
var chainFacts = []string{"scope", "from", "root_cause", "decision", "owner"}

// chains follows every insight that holds today to the customers.
func (p *planner) chains(language string) []ChainGroup {
	by := p.byInsight()
	groups := map[string][]Chain{}
	records := p.book.ByType(insightType)
	if t := p.book.Types.Type(insightType); t != nil {
		records = inOrder(records, t, language)
	}
	for _, rec := range records {
		if p.forceShown(rec) != "" {
			continue
		}
		word := howFar(by[rec.ID])
		groups[word] = append(groups[word], p.chain(rec, by[rec.ID], language))
	}
	var out []ChainGroup
	for _, word := range chainOrder {
		if len(groups[word]) > 0 {
			out = append(out, ChainGroup{word, groups[word]})
		}
	}
	return out
}

// chained returns how many insights have got so far.
func chained(groups []ChainGroup, word string) int {
	for _, g := range groups {
		if g.Word == word {
			return len(g.Chains)
		}
	}
	return 0
}

// byInsight returns the initiatives that name an insight.
func (p *planner) byInsight() map[string][]*micro.Initiative {
	out := map[string][]*micro.Initiative{}
	if p.initiatives == nil {
		return out
	}
	for _, i := range p.initiatives.All {
		for _, id := range i.Record.Source.Fields.Get("insights").Strings() {
			out[id] = append(out[id], i)
		}
	}
	return out
}

// howFar says how far the furthest of initiatives has got; but what was done
// and not told is not hidden behind another.
func howFar(from []*micro.Initiative) string {
	word := chainNowhere
	for _, i := range from {
		switch {
		case i.State == "rejected":
		case untold(i):
			return chainUntold
		case i.Told != nil:
			word = chainTold
		case word == chainNowhere:
			word = chainOpen
		}
	}
	return word
}

// untold reports whether an initiative is done and customers have not been
// told. While it is measured, there is nothing to tell yet.
func untold(i *micro.Initiative) bool {
	switch i.State {
	case "measured", "closed":
		return i.Told == nil
	case "deployed":
		measuring := i.Clock != nil && i.Clock.Left > 0 && i.Effect.Measured == nil
		return i.Told == nil && !measuring
	}
	return false
}

func (p *planner) chain(rec *record.Record, from []*micro.Initiative, language string) Chain {
	r := p.readerOf(rec, language)
	out := Chain{Insight: linkTo(rec, language), Statement: r.said("statement")}
	all, _ := oursOf(r.fields())
	for _, name := range chainFacts {
		f := rec.Type.Field(name)
		if v, ok := r.value(f, r.fields().Get(name)); ok {
			out.Facts = append(out.Facts, Fact{Name: name, Label: f.Label.In(language), Value: v, Ours: !all && r.ours[name]})
		}
	}
	for _, i := range from {
		step := ChainStep{Initiative: linkTo(i.Record, language), Untold: untold(i), Rejected: i.State == "rejected"}
		of := p.readerOf(i.Record, language)
		step.Stated, step.Improved = of.said("state"), p.improved(of)
		step.Unsaid = (i.State == "measured" || i.State == "closed") && (i.Effect.Metric == nil || i.Effect.Measured == nil)
		out.Steps = append(out.Steps, step)
	}
	switch decided := rec.Source.Fields.Get("decision").String() != ""; {
	case howFar(from) != chainNowhere:
	case len(from) > 0:
		out.Word = "voice.rejected"
	case decided:
		out.Word = "voice.decided"
	default:
		out.Word = "voice.undecided"
	}
	return out
}
