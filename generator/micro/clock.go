package micro

import (
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/record"
)

// A Clock says on which day of a micro-intervention what happened.
type Clock struct {
	Started lang.Date
	Today   int // the handbook's day, counted from 1 on the day of the start
	Stages  []Stage
	// Until is the last day of measuring, zero before deployment; Left is how
	// many days of that remain. Measuring is over with Left 0.
	Until lang.Date
	Left  int
	// Overdue is how many days ago measuring ended without a result.
	Overdue int
}

// Measuring reports whether it is deployed and being measured.
func (c *Clock) Measuring() bool { return !c.Until.IsZero() && c.Left > 0 }

// Late returns by how many days what is to be done now is late.
func (c *Clock) Late() int {
	late := c.Overdue
	for _, s := range c.Stages {
		if s.On.IsZero() {
			late = max(late, s.Late)
		}
	}
	return late
}

// A Stage is one thing that is done by a day.
type Stage struct {
	Name  string // identified, designed, deployed
	Limit int    // by which day
	Due   lang.Date
	On    lang.Date // zero where it is not done
	Day   int       // on which day it was done; 0 where it is not
	// Late is by how many days it was done too late or, where it is not done,
	// is late by now.
	Late int
}

// clockOf reads the clock; nil before the start.
func clockOf(in Input, rec *record.Record) *Clock {
	dates, today := rec.Source.Fields.Get("dates"), in.Book.AsOf
	started, ok := dayOf(dates.Get("started"))
	if !ok || today.Before(started) {
		return nil
	}
	c := &Clock{Started: started, Today: started.DaysTo(today) + 1}
	for _, s := range []Stage{
		{Name: "identified", Limit: in.Identified}, {Name: "designed", Limit: in.Designed}, {Name: "deployed", Limit: in.Deployed},
	} {
		s.Due = started.Plus(s.Limit - 1)
		day := c.Today
		if on, ok := dayOf(dates.Get(s.Name)); ok && !today.Before(on) {
			s.On, s.Day = on, started.DaysTo(on)+1
			day = s.Day
		}
		s.Late = max(day-s.Limit, 0)
		c.Stages = append(c.Stages, s)
	}
	if deployed := c.Stages[2].On; !deployed.IsZero() {
		c.Until = deployed.Plus(in.Measured)
		c.Left = max(today.DaysTo(c.Until), 0)
		if windowOf(rec, "measured", today) == nil {
			c.Overdue = max(c.Until.DaysTo(today), 0)
		}
	}
	return c
}
