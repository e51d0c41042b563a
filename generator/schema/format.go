package schema

import (
	"net/mail"
	"net/url"
	"regexp"
	"strings"
	"time"

	"github.com/cxbook/cxbook/generator/lang"
)

// The forms of durations. Weeks, days, hours and minutes always last the same
// and can be added up; months and years cannot, and are allowed only where a
// period is counted on the calendar.
var (
	durationForm = regexp.MustCompile(`^P(?:[0-9]{1,5}W)?(?:[0-9]{1,5}D)?(?:T(?:[0-9]{1,5}H)?(?:[0-9]{1,5}M)?)?$`)
	periodForm   = regexp.MustCompile(`^P(?:[0-9]{1,3}Y)?(?:[0-9]{1,4}M)?(?:[0-9]{1,5}W)?(?:[0-9]{1,5}D)?$`)
)

// formats are the values of the keyword format that mean something here. Like
// all formats they judge strings only: what else stands there is the keyword
// type's to refuse.
func formats() map[string]func(any) bool {
	all := map[string]func(any) bool{}
	for name, is := range map[string]func(string) bool{
		"date":      isDate,
		"date-time": isInstant,
		"duration":  isDuration,
		"period":    isPeriod,
		"email":     isEmail,
		"uri":       isURI,
	} {
		all[name] = func(v any) bool {
			s, ok := v.(string)
			return !ok || is(s)
		}
	}
	return all
}

func isDate(s string) bool {
	_, err := lang.ParseDate(s)
	return err == nil
}

func isInstant(s string) bool {
	_, err := time.Parse(time.RFC3339, s)
	return err == nil
}

// isDuration reports whether s is a sum of weeks, days, hours and minutes
// (P7D, PT24H, P1DT12H).
func isDuration(s string) bool {
	return durationForm.MatchString(s) && s != "P" && !strings.HasSuffix(s, "T")
}

// isPeriod reports whether s counts on the calendar (P12M, P1Y, P14D), a day at
// least: what comes round after no time at all is always due.
func isPeriod(s string) bool { return isPeriodForm(s) && strings.ContainsAny(s, "123456789") }

func isPeriodForm(s string) bool { return periodForm.MatchString(s) && s != "P" }

func isEmail(s string) bool {
	a, err := mail.ParseAddress(s)
	return err == nil && a.Address == s && strings.Contains(s[strings.LastIndexByte(s, '@'):], ".")
}

// isURI reports whether s is an address that a page may link to.
func isURI(s string) bool {
	u, err := url.Parse(s)
	if err != nil || strings.ContainsAny(s, " \t\r\n<>\"\\") {
		return false
	}
	switch u.Scheme {
	case "http", "https":
		return u.Hostname() != ""
	case "mailto", "tel":
		return u.Opaque != ""
	}
	return false
}
