package markdown

import (
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// An engine is goldmark set up for one language. It holds no state of a
// body, so all goroutines share it.
type engine struct {
	parser   parser.Parser
	renderer renderer.Renderer
}

var (
	polish  = sync.OnceValue(func() *engine { return newEngine("pl") })
	czech   = sync.OnceValue(func() *engine { return newEngine("cs") })
	english = sync.OnceValue(func() *engine { return newEngine("en") })
)

func engineFor(lang string) *engine {
	switch lang {
	case "pl":
		return polish()
	case "cs":
		return czech()
	}
	return english()
}

func newEngine(lang string) *engine {
	return &engine{
		parser: parser.NewParser(
			parser.WithBlockParsers(blockParsers()...),
			parser.WithInlineParsers(inlineParsers(lang)...),
			parser.WithParagraphTransformers(
				util.Prioritized(alerts{}, 50),
				util.Prioritized(definitions{parser.LinkReferenceParagraphTransformer}, 100),
				util.Prioritized(tables{extension.NewTableParagraphTransformer()}, 200),
			),
			parser.WithASTTransformers(
				util.Prioritized(extension.NewTableASTTransformer(), 0),
				util.Prioritized(extension.NewFootnoteASTTransformer(), 999),
			),
		),
		renderer: renderer.NewRenderer(renderer.WithNodeRenderers(
			util.Prioritized(painter{}, 100),
			util.Prioritized(extension.NewTableHTMLRenderer(), 500),
			util.Prioritized(extension.NewStrikethroughHTMLRenderer(), 500),
			util.Prioritized(extension.NewDefinitionListHTMLRenderer(), 500),
			util.Prioritized(html.NewRenderer(), 1000),
		)),
	}
}

// blockParsers are goldmark's own at their usual priorities, those that can
// be abused behind a guard.
func blockParsers() []util.PrioritizedValue {
	return []util.PrioritizedValue{
		util.Prioritized(headings{parser.NewSetextHeadingParser()}, 100),
		util.Prioritized(container{extension.NewDefinitionListParser()}, 101),
		util.Prioritized(extension.NewDefinitionDescriptionParser(), 102),
		util.Prioritized(parser.NewThematicBreakParser(), 200),
		util.Prioritized(container{parser.NewListParser()}, 300),
		util.Prioritized(parser.NewListItemParser(), 400),
		util.Prioritized(parser.NewCodeBlockParser(), 500),
		util.Prioritized(headings{parser.NewATXHeadingParser()}, 600),
		util.Prioritized(fences{parser.NewFencedCodeBlockParser()}, 700),
		util.Prioritized(container{parser.NewBlockquoteParser()}, 800),
		util.Prioritized(parser.NewHTMLBlockParser(), 900),
		util.Prioritized(footnoteBlocks{container{extension.NewFootnoteBlockParser()}}, 999),
		util.Prioritized(parser.NewParagraphParser(), 1000),
	}
}

func inlineParsers(lang string) []util.PrioritizedValue {
	return []util.PrioritizedValue{
		util.Prioritized(extension.NewTaskCheckBoxParser(), 0),
		util.Prioritized(wikiLinks{}, 99),
		util.Prioritized(codeSpans{parser.NewCodeSpanParser()}, 100),
		util.Prioritized(footnoteMarks{extension.NewFootnoteParser()}, 101),
		util.Prioritized(links{parser.NewLinkParser()}, 200),
		util.Prioritized(parser.NewAutoLinkParser(), 300),
		util.Prioritized(parser.NewRawHTMLParser(), 400),
		util.Prioritized(marks{parser.NewEmphasisParser()}, 500),
		util.Prioritized(marks{extension.NewStrikethroughParser()}, 500),
		util.Prioritized(quotes{extension.NewTypographerParser(
			extension.WithTypographicSubstitutions(punctuation(lang)))}, 9999),
	}
}

// quotes wraps the typographer, which forgets to forget a quotation mark that
// a paragraph leaves open, and measures a row of marks anew at each of them.
type quotes struct{ parser.InlineParser }

// Parse reads one sign. Three quotation marks in a row are left as they are.
func (q quotes) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, _ := block.PeekLine()
	if len(line) > 2 && (line[0] == '"' || line[0] == '\'') && line[1] == line[0] && line[2] == line[0] {
		return nil
	}
	return q.InlineParser.Parse(parent, block, pc)
}

// CloseBlock starts counting quotation marks anew.
func (q quotes) CloseBlock(parent ast.Node, _ text.Reader, pc parser.Context) {
	if c, ok := q.InlineParser.(interface {
		CloseBlock(ast.Node, parser.Context)
	}); ok {
		c.CloseBlock(parent, pc)
	}
}
