/* A defect that an input shows becomes a piece here. Many are from other tools' defects: two digits and a quotation
 * mark crashed one, a score written with hyphens took another 42 seconds for two thousand characters. */
#include "pieces.h"

#define PIECE(name, text)                   \
    {                                       \
        name, "", 0, text, sizeof(text) - 1 \
    }
#define AFTER(name, head, text)                              \
    {                                                        \
        name, head, sizeof(head) - 1, text, sizeof(text) - 1 \
    }

const struct piece pieces[] = {
    /* One character, a megabyte of it. */
    PIECE("digit", "7"),
    PIECE("zero", "0"),
    PIECE("letter", "a"),
    PIECE("capital", "A"),
    PIECE("dollar", "$"),
    PIECE("euro", "\xe2\x82\xac"),
    PIECE("percent", "%"),
    PIECE("blank", " "),
    PIECE("tab", "\t"),
    PIECE("newline", "\n"),
    PIECE("carriage return", "\r"),
    PIECE("no-break space", "\xc2\xa0"),
    PIECE("thin space", "\xe2\x80\x89"),
    PIECE("NUL", "\0"),
    PIECE("full stop", "."),
    PIECE("comma", ","),
    PIECE("hyphen", "-"),
    PIECE("slash", "/"),
    PIECE("apostrophe", "'"),
    PIECE("quotation mark", "\""),
    PIECE("opening quotation mark", "\xe2\x80\x9c"),
    PIECE("opening parenthesis", "("),
    PIECE("closing parenthesis", ")"),
    PIECE("opening bracket", "["),
    PIECE("at sign", "@"),
    PIECE("Cyrillic letter", "\xd0\xb6"),
    PIECE("CJK letter", "\xe4\xb8\x87"),
    PIECE("emoji", "\xf0\x9f\x98\x80"),
    PIECE("joined emoji", "\xf0\x9f\x91\xa9\xe2\x80\x8d"),
    AFTER("combining mark", "e", "\xcc\x81"),
    PIECE("half", "\xc2\xbd"),
    PIECE("superscript", "\xc2\xb2"),
    PIECE("dotted capital I", "\xc4\xb0"),
    PIECE("right-to-left mark", "\xe2\x80\x8f"),

    /* What typesetting puts between letters, and how HTML writes characters. */
    PIECE("soft hyphen", "\xc2\xad"),
    PIECE("soft hyphens at the ends of lines", "a\xc2\xad\n"),
    PIECE("byte order mark", "\xef\xbb\xbf"),
    PIECE("ligature", "\xef\xac\x83"),
    PIECE("ordinal of a ligature", "1\xef\xac\x86 "),
    PIECE("broken words", "per-\n"),
    PIECE("broken numbers", "5-\r\n"),
    PIECE("ampersand", "&"),
    PIECE("entities", "5&#37; "),
    PIECE("beginnings of entities", "&#x"),

    /* Numbers. */
    PIECE("numbers", "1 "),
    PIECE("grouped number", "1,"),
    PIECE("number with dots", "1."),
    PIECE("clock", "1:"),
    PIECE("score", "2-"),
    PIECE("fractions", "1/2 "),
    AFTER("long grouped number", "1", ",000"),
    AFTER("long number in blanks", "816", " 000"),
    PIECE("number and apostrophe", "1 '2"),
    PIECE("date and conjunction", "30/2030 and "),
    PIECE("number and foreign word", "9000 taon "),
    PIECE("tonnes and dollars", "816 000 t valued at $1943 million "),
    PIECE("UUID", "123e4567-e89b-12d3-a456-426614174000 "),
    PIECE("hexadecimal", "0x7fffe4567 "),
    PIECE("version", "1.2.3.4.5.6.7.8.9."),
    PIECE("telephone", "+44 20 7946 0123 "),
    PIECE("IP address", "192.168.1.1 "),
    PIECE("digits and letters", "1a2b3c4d5e6f"),
    PIECE("ordinals", "1st 2nd 3rd 4th "),

    /* Number words. */
    PIECE("number word", "seven "),
    PIECE("hundreds", "one hundred and "),
    PIECE("hyphened number words", "twenty-"),
    PIECE("scales", "million "),
    PIECE("glued scales", "1m2bn3tn"),
    PIECE("half a", "half a "),
    PIECE("and a half", "one and a half "),

    /* What stands beside numbers. */
    PIECE("about", "about "),
    PIECE("more than", "no more than "),
    PIECE("conjunctions", "and "),
    PIECE("commas and conjunctions", ", or "),
    PIECE("between", "between "),
    PIECE("between and", "between 4 and "),
    PIECE("from to", "from 1 to "),
    PIECE("up to", "up to 5 percent "),
    PIECE("currencies", "USD EUR "),
    PIECE("currency names", "US dollars Hong Kong dollars "),
    PIECE("per", "per "),
    PIECE("per cent", "per cent "),
    PIECE("of", "of the "),

    /* Claims side by side. */
    PIECE("dollars", "$1 "),
    PIECE("dollars and hyphens", "$1-"),
    PIECE("glued dollars", "$1"),
    PIECE("percentages", "5% "),
    PIECE("glued percentages", "5%"),
    PIECE("percent ranges", "5-6%-"),
    PIECE("money ranges", "$10-15 million-"),
    PIECE("percent list", "5, "),
    PIECE("percent pair", "5 and 6 percent and "),
    PIECE("nested parentheses", "$1 (\xe2\x82\xac"
                                "1 "),
    PIECE("dollars and cents", "5 dollars 20 cents "),
    PIECE("rates", "$5 a day per person "),
    PIECE("dates", "4 May 2017, "),
    PIECE("months", "May March "),
    PIECE("days", "today "),
    PIECE("years ago", "a year ago, "),
    PIECE("durations", "two hours 18 minutes "),
    PIECE("measures", "5 km/h "),
    PIECE("comparatives", "six times more than "),
    PIECE("ratios", "eight in 10 "),
    PIECE("samples", "(n = 24) "),
    PIECE("odds ratios", "(OR 1.3; "),
    PIECE("probabilities", "P<0.05 "),
    PIECE("labelled years", "(2018: 5; "),
    PIECE("dollars and fractions", "$5.87\xc2\xbc"),
    PIECE("powers", "10(6)"),

    /* Marks of Markdown. */
    PIECE("beginning of a target", "]("),
    PIECE("links without an end", "[a]("),
    PIECE("links", "[a](b)"),
    PIECE("emphasis", "**"),
    PIECE("emphasis behind words", "a*"),
    PIECE("ratings", "a 5* "),
    PIECE("code mark", "`"),
    PIECE("marks of references", "5[1]"),
    PIECE("references without an end", "a[b c"),
    PIECE("raised digits", "5%\xc2\xb9 "),
    PIECE("escapes", "\\$5 "),

    /* Text. */
    PIECE("names", "Mr. Smith "),
    PIECE("abbreviations", "U.S. "),
    PIECE("initials", "A. "),
    PIECE("URL", "https://example.org/1/2?a=3&b=4%20"),
    PIECE("e-mail", "a.b.c@example.org5"),
    PIECE("said", "he said that "),
    PIECE("infinitives", "is 5% here, 6% there, to "),
    PIECE("quotations", "\"5% \"he said\" "),
    PIECE("unclosed quotations", "\xe2\x80\x9cWe rose 5%. "),
    AFTER("quotation without an end", "\xe2\x80\x9c", "It rose 5%. "),
    PIECE("quotations of paragraphs", "\"It rose 5%.\n \n"),
    PIECE("sentences", "It rose 5%. "),
    PIECE("nouns at the end", "5% of Ford shares\n\n"),
    PIECE("lines", "5\n%\n"),
    PIECE("table", "5\t$6\t7%\n"),
    PIECE("long words", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa5"),
};

const size_t n_pieces = sizeof pieces / sizeof *pieces;
