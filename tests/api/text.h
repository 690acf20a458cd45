/* A text with a figure of every kind, and all that surrounds figures: what the API tests scan. */
#ifndef TESTS_API_TEXT_H
#define TESTS_API_TEXT_H

static const char rich_text[] =
    "Harbour traffic up a third\n\n"
    "The port of Lindhaven moved about 4.2 million containers in 2019, up 12.5% on the year before, its director "
    "said on Tuesday. Revenue rose from $310m to nearly US$365.5 million (\xe2\x82\xac"
    "325 million), and costs of "
    "between 40 and 45 percent of sales are expected to fall by 2 percentage points by 2024.\n\n"
    "\xe2\x80\x9cWe plan to spend at least \xc2\xa3"
    "1.5bn over ten years,\xe2\x80\x9d she added. Three out of five "
    "ships wait less than 36 hours; a 29-year-old crane lifts 65 tonnes, twice the load of its neighbour, the "
    "third-largest of the coast, as a sur-\nvey of 5,000 pas\xc2\xad"
    "sengers says. Call +44 20 7946 0123 or see section 4.2.1.\n";

#endif
