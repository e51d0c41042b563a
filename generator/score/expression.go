package score

import (
	"cmp"
	"errors"
	"math"
	"slices"
	"strings"

	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/file"
	"github.com/expr-lang/expr/parser"
	"github.com/expr-lang/expr/types"
	"github.com/expr-lang/expr/vm"
)

// Limits of an expression.
const (
	maxNodes   = 500     // of its syntax tree
	maxNesting = 2       // of closures: a list of lists
	maxLength  = 1 << 20 // bytes of a text that it makes
	maxSteps   = 200_000 // elements of lists that it goes through for one record
)

// An Outcome is the kind of value that an expression has to give.
type Outcome uint8

// The outcomes.
const (
	Number Outcome = iota
	Flag
	Text
	Texts
)

// builtins are the functions of the language that expressions may use. None
// reads a clock, and none makes much out of little.
var builtins = []string{
	"all", "none", "any", "one", "filter", "map", "find", "count", "sum", "len", "abs", "ceil", "floor", "round", "int",
	"string", "trim", "upper", "lower", "split", "join", "hasPrefix", "hasSuffix", "indexOf", "first", "last", "uniq", "concat",
}

// touch is the function that every use of a value goes through. Its name is
// none that an expression can write.
const touch = "§touch"

// An expression is a compiled rule. It is used by one goroutine at a time.
type expression struct {
	program *vm.Program
	outcome Outcome
	what    string          // the path that it is, or else its text
	names   map[string]bool // everything that it names, in paths such as owner.vacant
	steps   int
}

// A fault is what is wrong with an expression, and where in it.
type fault struct {
	offset  int // in characters
	variant string
	args    []string
}

// names returns the names in a text that may be an expression: every
// identifier and every member. A text that is none has no names.
func names(text string) map[string]bool {
	tree, err := parse(text)
	if err != nil {
		return nil
	}
	found := collector{names: map[string]bool{}}
	ast.Walk(&tree.Node, &found)
	return found.names
}

func parse(text string) (tree *parser.Tree, err error) {
	defer func() {
		if r := recover(); r != nil {
			tree, err = nil, errors.New("unreadable")
		}
	}()
	return parser.Parse(text)
}

type collector struct{ names map[string]bool }

func (c *collector) Visit(node *ast.Node) {
	switch n := (*node).(type) {
	case *ast.IdentifierNode:
		c.names[n.Value] = true
	case *ast.MemberNode:
		if name, ok := n.Property.(*ast.StringNode); ok {
			c.names[name.Value] = true
		}
		if path := pathOf(n); path != "" {
			c.names[path] = true
		}
	}
}

// compile checks an expression against the types of what it may name, and
// makes a program of it that knows what is absent.
func compile(text string, outcome Outcome, env types.Map) (*expression, *fault) {
	tree, err := parse(text)
	if err != nil {
		return nil, faultOf(err)
	}
	if f := refused(tree.Node); f != nil {
		return nil, f
	}
	options := append(library(nil), expr.Env(env), expr.MaxNodes(maxNodes))
	switch outcome {
	case Flag:
		options = append(options, expr.AsBool())
	case Number:
		options = append(options, expr.AsFloat64())
	case Text:
		options = append(options, expr.AsKind(stringKind))
	}
	// First with types, for what is said to the author; then without, with
	// every touch going through a function that knows nothing of types.
	// A number may come out of kinds that only a record settles: x ?? 0.
	if outcome == Flag {
		options = append(options, expr.WarnOnAny())
	}
	if _, err := guarded(text, options); err != nil {
		return nil, faultOf(err)
	}
	e := &expression{outcome: outcome, names: names(text), what: cmp.Or(pathOf(tree.Node), strings.TrimSpace(text))}
	program, err := guarded(text, append(library(e), expr.AllowUndefinedVariables(), expr.Patch(toucher{}), expr.Optimize(false)))
	if err != nil {
		return nil, faultOf(err)
	}
	e.program = program
	return e, nil
}

// guarded compiles, and turns a panic of the library into an error.
func guarded(text string, options []expr.Option) (program *vm.Program, err error) {
	defer func() {
		if r := recover(); r != nil {
			program, err = nil, errors.New("unreadable")
		}
	}()
	return expr.Compile(text, options...)
}

// run works the expression out for one record: a float64, a bool, a string or
// texts, or the reason why there is no value.
func (e *expression) run(env map[string]any) (any, *Reason) {
	e.steps = 0
	out, err := vm.Run(e.program, env)
	if err != nil {
		r := reasonOf(err)
		return nil, &r
	}
	if m, ok := out.(*missing); ok {
		return nil, &m.reason
	}
	if v, ok := e.settle(out); ok {
		return v, nil
	}
	if f, ok := number(out); ok && !finite(f) {
		return nil, &Reason{Kind: NotFinite}
	}
	if out == nil {
		return nil, &Reason{Kind: Absent, What: e.what}
	}
	return nil, &Reason{Kind: Failed}
}

func (e *expression) settle(out any) (any, bool) {
	switch e.outcome {
	case Flag:
		b, ok := out.(bool)
		return b, ok
	case Text:
		s, ok := out.(string)
		return s, ok
	case Texts:
		s, ok := out.([]any)
		return s, ok
	}
	f, ok := number(out)
	return f, ok && finite(f)
}

func finite(f float64) bool { return !math.IsNaN(f) && !math.IsInf(f, 0) }

func number(v any) (float64, bool) {
	switch n := v.(type) {
	case float64:
		return n, true
	case int:
		return float64(n), true
	}
	return 0, false
}

// refused returns what an expression may not do, whatever its types.
func refused(root ast.Node) *fault {
	r := refuser{}
	r.walk(root, 0)
	return r.found
}

type refuser struct{ found *fault }

func (r *refuser) refuse(n ast.Node, variant string, args ...string) {
	if r.found == nil {
		r.found = &fault{offset: n.Location().From, variant: variant, args: args}
	}
}

// walk goes down a tree, counting the closures around.
func (r *refuser) walk(n ast.Node, depth int) {
	switch v := n.(type) {
	case *ast.PredicateNode:
		if depth++; depth > maxNesting {
			r.refuse(n, "nested")
		}
	case *ast.BinaryNode:
		if v.Operator == ".." {
			r.refuse(n, "function", "name", "..")
		}
	case *ast.IdentifierNode:
		if v.Value == "$env" {
			r.refuse(n, "function", "name", v.Value)
		}
	case *ast.BuiltinNode:
		if !slices.Contains(builtins, v.Name) && !own(v.Name) {
			r.refuse(n, "function", "name", v.Name)
		}
	case *ast.CallNode:
		if id, ok := v.Callee.(*ast.IdentifierNode); ok && !slices.Contains(builtins, id.Value) && !own(id.Value) {
			r.refuse(n, "function", "name", id.Value)
			return
		}
	}
	for _, child := range children(n) {
		r.walk(child, depth)
	}
}

// children returns the nodes right below a node.
func children(n ast.Node) []ast.Node {
	var out []ast.Node
	switch v := n.(type) {
	case *ast.UnaryNode:
		out = []ast.Node{v.Node}
	case *ast.BinaryNode:
		out = []ast.Node{v.Left, v.Right}
	case *ast.ChainNode:
		out = []ast.Node{v.Node}
	case *ast.MemberNode:
		out = []ast.Node{v.Node, v.Property}
	case *ast.SliceNode:
		out = []ast.Node{v.Node, v.From, v.To}
	case *ast.CallNode:
		out = append([]ast.Node{v.Callee}, v.Arguments...)
	case *ast.BuiltinNode:
		out = v.Arguments
	case *ast.PredicateNode:
		out = []ast.Node{v.Node}
	case *ast.ConditionalNode:
		out = []ast.Node{v.Cond, v.Exp1, v.Exp2}
	case *ast.VariableDeclaratorNode:
		out = []ast.Node{v.Value, v.Expr}
	case *ast.SequenceNode:
		out = v.Nodes
	case *ast.ArrayNode:
		out = v.Nodes
	case *ast.MapNode:
		out = v.Pairs
	case *ast.PairNode:
		out = []ast.Node{v.Key, v.Value}
	}
	return slices.DeleteFunc(slices.Clone(out), func(n ast.Node) bool { return n == nil })
}

// A toucher sends every use of a value through the function touch, so that an
// absent fact ends the expression instead of passing for false or for 0. What
// asks whether a value is there (??, ?., == nil, != nil) gets it as it is.
type toucher struct{}

// Visit is called for children before their parents, which settle how their
// children are used.
func (toucher) Visit(node *ast.Node) {
	switch n := (*node).(type) {
	case *ast.UnaryNode:
		use(&n.Node)
	case *ast.BinaryNode:
		touchBinary(n)
	case *ast.MemberNode:
		if !n.Optional {
			use(&n.Node)
		}
	case *ast.SliceNode:
		use(&n.Node)
	case *ast.CallNode:
		if id, ok := n.Callee.(*ast.IdentifierNode); ok && id.Value == touch {
			return
		}
		for i := range n.Arguments {
			use(&n.Arguments[i])
		}
	case *ast.BuiltinNode:
		for i := range n.Arguments {
			use(&n.Arguments[i])
		}
	case *ast.PredicateNode:
		wrap(&n.Node) // whatever it is: each element counts as a step
	case *ast.ConditionalNode:
		use(&n.Cond)
	case *ast.ArrayNode:
		for i := range n.Nodes {
			use(&n.Nodes[i])
		}
	case *ast.PairNode:
		use(&n.Value)
	}
}

func touchBinary(n *ast.BinaryNode) {
	if slices.Contains([]string{"+", "-", "*"}, n.Operator) {
		n.Left, n.Right = real(n.Left), real(n.Right)
	}
	if n.Operator == "??" {
		return
	}
	_, left := n.Left.(*ast.NilNode)
	_, right := n.Right.(*ast.NilNode)
	if (n.Operator == "==" || n.Operator == "!=") && (left || right) {
		return
	}
	use(&n.Left)
	use(&n.Right)
}

// real makes a whole number of an expression one with a point: whole ones wrap
// around in silence where they become too large.
func real(n ast.Node) ast.Node {
	i, ok := n.(*ast.IntegerNode)
	if !ok {
		return n
	}
	f := &ast.FloatNode{Value: float64(i.Value)}
	f.SetLocation(i.Location())
	return f
}

// use wraps a value that may be absent or no number at all.
func use(n *ast.Node) {
	switch (*n).(type) {
	case *ast.IdentifierNode, *ast.MemberNode, *ast.ChainNode, *ast.ConditionalNode, *ast.BuiltinNode,
		*ast.VariableDeclaratorNode, *ast.SequenceNode, *ast.BinaryNode:
		wrap(n)
	case *ast.CallNode:
		if id, ok := (*n).(*ast.CallNode).Callee.(*ast.IdentifierNode); !ok || id.Value != touch {
			wrap(n)
		}
	}
}

func wrap(n *ast.Node) {
	call := &ast.CallNode{
		Callee:    &ast.IdentifierNode{Value: touch},
		Arguments: []ast.Node{*n, &ast.StringNode{Value: pathOf(*n)}},
	}
	call.SetLocation((*n).Location())
	*n = call
}

// pathOf returns the path that a node names, such as owner.vacant; "" for
// what is no path.
func pathOf(n ast.Node) string {
	switch v := n.(type) {
	case *ast.IdentifierNode:
		return v.Value
	case *ast.ChainNode:
		return pathOf(v.Node)
	case *ast.CallNode:
		if id, ok := v.Callee.(*ast.IdentifierNode); ok && id.Value == touch {
			return pathOf(v.Arguments[0])
		}
	case *ast.MemberNode:
		name, ok := v.Property.(*ast.StringNode)
		if !ok {
			return ""
		}
		if base := pathOf(v.Node); base != "" {
			return base + "." + name.Value
		}
		return name.Value
	}
	return ""
}

// faultOf finds out what the library's error is about. Its English is never
// shown: the author reads the sentences of the rule.
func faultOf(err error) *fault {
	f := &fault{variant: "syntax"}
	if at := (*file.Error)(nil); errors.As(err, &at) {
		f.offset = at.From
		f.classify(at.Message)
	} else {
		f.classify(err.Error())
	}
	return f
}

func (f *fault) classify(message string) {
	switch {
	case strings.Contains(message, "exceeds maximum allowed nodes"):
		f.variant = "long"
	case strings.HasPrefix(message, "unknown name "):
		f.variant, f.args = "unknown", []string{"name", strings.TrimPrefix(message, "unknown name ")}
	case strings.Contains(message, " has no field ") || strings.Contains(message, " has no method "):
		_, name, _ := strings.Cut(message, " has no ")
		_, name, _ = strings.Cut(name, " ")
		f.variant, f.args = "field", []string{"name", name}
	case strings.HasPrefix(message, "unknown field "):
		f.variant, f.args = "field", []string{"name", strings.TrimPrefix(message, "unknown field ")}
	case strings.HasPrefix(message, "expected bool"):
		f.variant = "flag"
	case strings.HasPrefix(message, "expected float64"), strings.HasPrefix(message, "expected string"):
		f.variant = "number"
	case strings.Contains(message, "mismatched types"), strings.HasPrefix(message, "invalid operation"),
		strings.HasPrefix(message, "cannot use"), strings.Contains(message, "non-bool"), strings.HasPrefix(message, "builtin "),
		strings.HasPrefix(message, "invalid argument"):
		f.variant = "types"
	}
}
