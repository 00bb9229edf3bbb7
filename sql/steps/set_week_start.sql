-- With which day weeks begin in the calendar: Monday 0 to Sunday 6.
set variable week_start = $week_start;
