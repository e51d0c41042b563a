package page

import (
	"cmp"
	"slices"
	"strings"

	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/source"
)

// SurveyLabels are what the fields of a Survey are called.
type SurveyLabels struct{ Post, Population, When, Cadence, Channel, Cap string }

// A Survey is whom a listening post asks, when and how often.
type Survey struct {
	Post               Link
	Force              string // where it is not in force
	Population, Sample Value
	When, Cadence      Value
	Channel, Cap       Value
}

// An Overlap is listening posts that may ask the same people, but do not keep
// the same contact cap.
type Overlap struct {
	Word  string // how that can be told
	Posts []Capped
}

// A Capped is a listening post with its contact cap, if it has one.
type Capped struct {
	Link Link
	Cap  Value
}

// surveys lists who is asked by the posts that ask, or are going to.
func (p *planner) surveys(v *Voice, posts []*record.Record, language string) {
	for _, post := range posts {
		if f := p.book.StandingOf(post).Force; f != record.InForce && f != record.Coming {
			continue
		}
		t, r := post.Type, p.readerOf(post, language)
		v.Columns = SurveyLabels{
			Post: t.One.In(language), Population: label(t.Field("population"), language), When: label(t.Field("when"), language),
			Cadence: label(t.Field("cadence"), language), Channel: label(t.Field("channel"), language), Cap: label(t.Field("contact_cap"), language),
		}
		v.Surveys = append(v.Surveys, Survey{
			Post: linkTo(post, language), Force: p.forceShown(post), Population: r.said("population"), Sample: r.said("sample"),
			When: r.said("when"), Cadence: r.said("cadence"), Channel: r.said("channel"), Cap: r.said("contact_cap"),
		})
	}
}

// A crowd is people who are asked, as far as it can be told from records.
type crowd struct {
	word  string
	posts []*record.Record
}

// overlaps finds posts that may ask the same people under different caps. That
// can be told where they name the same population and, among posts of one
// touchpoint or of the whole relation, where one does not say whom it asks. Of
// different words nobody knows whether they mean the same people, so nothing is
// said of them.
func (p *planner) overlaps(posts []*record.Record, language string) []Overlap {
	var all []*crowd
	by := map[string]*crowd{}
	add := func(word, key string, post *record.Record) {
		key = cmp.Or(post.Source.Fields.Get("domain").String(), "cx") + "\n" + word + "\n" + key
		if by[key] == nil {
			by[key] = &crowd{word: word}
			all = append(all, by[key])
		}
		by[key].posts = append(by[key].posts, post)
	}
	for _, post := range posts {
		if p.forceShown(post) != "" {
			continue
		}
		if named := populationOf(post); named != "" {
			add("voice.overlap.population", named, post)
		}
		add("voice.overlap.place", touchpointOf(post), post)
	}
	var out []Overlap
	for _, c := range all {
		unnamed := slices.ContainsFunc(c.posts, func(post *record.Record) bool { return populationOf(post) == "" })
		if sameCap(c.posts) || c.word == "voice.overlap.place" && !unnamed {
			continue
		}
		o := Overlap{Word: c.word}
		for _, post := range c.posts {
			o.Posts = append(o.Posts, Capped{linkTo(post, language), p.readerOf(post, language).said("contact_cap")})
		}
		out = append(out, o)
	}
	return out
}

// populationOf returns whom a post asks, so that it can be compared.
func populationOf(post *record.Record) string {
	words := strings.Fields(strings.ToLower(post.Source.Fields.Get("population").String()))
	return strings.TrimRight(strings.Join(words, " "), ".")
}

// sameCap reports whether all posts have one cap of one length.
func sameCap(posts []*record.Record) bool {
	seconds := func(n *source.Node) float64 {
		if n == nil {
			return -1
		}
		return lang.Seconds(n.String())
	}
	first := seconds(posts[0].Source.Fields.Get("contact_cap"))
	return !slices.ContainsFunc(posts, func(post *record.Record) bool { return seconds(post.Source.Fields.Get("contact_cap")) != first })
}
