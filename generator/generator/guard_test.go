package generator

import (
	"context"
	"strings"
	"testing"

	"github.com/cxbook/cxbook/generator/page"
)

// A panic over one page ends in an error that names the page, not in a crash.
func TestRenderAllSurvivesPanic(t *testing.T) {
	pages := []*page.Page{{Address: "pl/"}, {Address: "pl/roles/"}}
	_, err := renderAll(context.Background(), pages, func(p *page.Page) ([]byte, error) {
		if p.Address == "pl/roles/" {
			panic("no such luck")
		}
		return nil, nil
	})
	if err == nil || !strings.Contains(err.Error(), "/pl/roles/: no such luck") {
		t.Errorf("%v", err)
	}
}
