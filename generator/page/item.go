package page

import (
	"strconv"

	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/schema"
	"github.com/cxbook/cxbook/generator/source"
)

// linkTo returns the link to a record's page in a language.
func linkTo(rec *record.Record, language string) Link {
	text := rec.Texts[language]
	l := Link{Title: text.Title, Address: recordAddress(rec, language), ID: rec.ID}
	if text.Written != language {
		l.Lang = text.Written
	}
	return l
}

// AddressOf returns the address of a record's page in a language.
func AddressOf(rec *record.Record, language string) string { return recordAddress(rec, language) }

// TypeFeedAddress returns the address of the feed of a type's changes.
func TypeFeedAddress(t *schema.Type, language string) string {
	return language + "/changes/types/" + t.Folder + ".atom"
}

// RoleFeedAddress returns the address of the feed of what matters for a role.
func RoleFeedAddress(role *record.Record, language string) string {
	return language + "/changes/roles/" + role.Texts[language].Slug + ".atom"
}

// ChangesAddress returns the address of a language's page of changes.
func ChangesAddress(language string) string { return language + "/" + changesAddress }

// FeedAddress returns the address of a language's feed of changes.
func FeedAddress(language string) string { return language + "/changes/changes.atom" }

// CalendarAddress returns the address of a role's calendar in a language.
func CalendarAddress(role *record.Record, language string) string {
	return recordAddress(role, language) + "calendar.ics"
}

// recordAddress returns where a version is read: the record's own address for
// the version of the day, one below it for any other.
func recordAddress(rec *record.Record, language string) string {
	current := rec
	if rec.Current != nil {
		current = rec.Current
	}
	address := language + "/" + rec.Type.Folder + "/" + current.Texts[language].Slug + "/"
	if current != rec {
		address += versionPart(rec)
	}
	return address
}

// versionPart is the last part of the address of a version: v2/.
func versionPart(rec *record.Record) string { return "v" + strconv.Itoa(rec.Version) + "/" }

// otherVersion reports whether a version is not that of the day.
func otherVersion(rec *record.Record) bool { return rec.Current != nil && rec.Current != rec }

// itemAnchor returns the id that a keyed item of a record has on its page:
// the list's name and the key, or the key alone where it is an anchor of the
// body. "" is the top of the page.
func itemAnchor(rec *record.Record, key, language string) string {
	if rec.In(language).Doc.Anchors[key] {
		return key
	}
	if list, _ := findItem(rec.Source.Fields, rec.Type.Fields, key); list != "" {
		return anchorOf(list, key)
	}
	return ""
}

// anchorOf has a colon in it, which no anchor of a body has.
func anchorOf(list, key string) string { return list + ":" + key }

// itemName returns what a keyed item is called in a language.
func itemName(rec *record.Record, key, language string) string {
	_, found := findItem(rec.Texts[language].Fields, rec.Type.Fields, key)
	if found.node == nil {
		return ""
	}
	for _, f := range found.fields {
		if f.Shape == schema.Text && f.IsText {
			if n := found.node.Get(f.Name); n != nil {
				return n.Text
			}
		}
	}
	return ""
}

type item struct {
	node   *source.Node
	fields []*schema.Field
}

// findItem looks for a key among a record's lists of keyed things.
func findItem(front *source.Node, fields []*schema.Field, key string) (list string, found item) {
	for _, f := range fields {
		if f.Shape != schema.ListOf || f.Item.Shape != schema.Object {
			continue
		}
		n := front.Get(f.Name)
		if n == nil {
			continue
		}
		for _, e := range n.Items {
			if k := e.Get("key"); k != nil && k.Text == key {
				return f.Name, item{e, f.Item.Fields}
			}
		}
	}
	return "", item{}
}

func parseFloat(s string) float64 {
	v, _ := strconv.ParseFloat(s, 64)
	return v
}
