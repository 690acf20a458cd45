/* In a transcript the name of a speaker and a colon begin a line, and all that follows is theirs, up to the next one.
 * Labels of something else stand there, too ("METHODS: …", "Oregon: …"); but speakers take turns, their names are no
 * verbs, and they ask, and say "I" and "you". */
#include "context/transcript.h"

#include <string.h>

#include "base/ascii.h"
#include "lexicon/word.h"
#include "lexicon/word_class.h"

#define LONGEST_LABEL 48u /* bytes, with the time beside it */
#define MOST_WORDS 4u     /* of a name */
#define MOST_SPEAKERS 32u /* that are told apart */
#define FEWEST_TURNS 3u   /* of a transcript */
#define TURNS_FOR_TALK 8u /* somebody surely talks in one of so many */

/* A name, and how many lines it begins. */
struct speaker {
    claimex_span name;
    uint32_t turns;
    bool loud;  /* in capitals */
    bool noun;  /* or a name */
    bool timed; /* with the time beside it */
};

struct transcript {
    const char *text;
    struct speaker speakers[MOST_SPEAKERS];
    uint32_t n_speakers;
    uint32_t lines, last; /* all lines; the last sentence with a label */
    uint32_t talks;       /* turns of which it is sure that somebody talks */
};

/* "Ana Ruiz (03:15):" */
struct label {
    claimex_span name;
    bool named; /* as speakers are */
    bool timed;
};

/* ------------------------------------------------------------------------ labels */

/* Past "[00:12:34] ", "(03:15)", "**" */
static const char *skip_aside(const char *p, const char *end)
{
    while (p < end && (*p == '*' || *p == '_' || *p == ' '))
        p++;
    if (p == end || (*p != '[' && *p != '('))
        return p;
    while (p < end && *p != ']' && *p != ')')
        p++;
    while (p < end && (*p == ']' || *p == ')' || *p == ' ' || *p == '*' || *p == '_'))
        p++;
    return p;
}

static bool is_of_word(char c)
{
    return word_is_ascii_letter((unsigned char)c) || (unsigned char)c >= 0x80 || c == '.' || c == '-' || c == '\'';
}

/* The end of "RUIZ", "Dana Orr", "Mr. LOWE", "Speaker 1" at p; p when no word begins with a capital. */
static const char *end_of_name(const char *p, const char *end)
{
    const char *behind = p;
    for (unsigned words = 0; p < end && words < MOST_WORDS; words++) {
        bool capital = (*p >= 'A' && *p <= 'Z') || (unsigned char)*p >= 0xC3, number = words && word_is_digit(*p);
        if (!capital && !number)
            break;
        while (p < end && (number ? word_is_digit(*p) : is_of_word(*p)))
            p++;
        behind = p;
        p += p < end && *p == ' ';
    }
    return behind;
}

static const char *last_word(const char *name, const char *end)
{
    const char *last = end;
    while (last > name && last[-1] != ' ')
        last--;
    return last;
}

static bool is_loud(const char *name, const char *end)
{
    const char *last = last_word(name, end);
    for (const char *p = last; p < end; p++)
        if (*p >= 'a' && *p <= 'z')
            return false;
    return end - last > 2 && word_is_ascii_letter((unsigned char)*last);
}

/* A name, or a word that is nothing but a noun */
static bool is_noun(const char *name, const char *end)
{
    char lower[LONGEST_LABEL];
    const char *last = last_word(name, end);
    size_t length = (size_t)(end - last);
    for (size_t i = 0; i < length; i++)
        lower[i] = ascii_lower(last[i]);
    return !word_is_digit((unsigned char)*last) && !word_class_knows(lower, length);
}

/* " I think", " you do", " your"; but " I. Ruiz", " young" */
static bool is_of_talk(const char *at)
{
    if (at[0] != ' ')
        return false;
    if (at[1] == 'I')
        return at[2] != '.' && !word_is_ascii_letter((unsigned char)at[2]);
    return ascii_lower(at[1]) == 'y' && memcmp(at + 2, "ou", 2) == 0
           && (at[4] == 'r' || !word_is_ascii_letter((unsigned char)at[4]));
}

/* "I think", "what you do", "And costs?" */
static bool is_talk(const char *p, const char *end)
{
    for (const char *at = p; at + 4 < end; at++)
        if (is_of_talk(at))
            return true;
    return end > p && end[-1] == '?';
}

/* A sentence with its stop, and not only a label. */
static bool is_said(const char *p, const char *end)
{
    while (p < end && (*p == ' ' || *p == '*' || *p == '_'))
        p++;
    return p < end && (memchr(".?!\"", end[-1], 4) || (unsigned char)end[-1] >= 0x80);
}

/* "[00:12:34]", "(03:15)" */
static bool has_time(const char *p, const char *end)
{
    for (; p + 1 < end; p++)
        if (*p == ':' && word_is_digit(p[-1]) && word_is_digit(p[1]))
            return true;
    return false;
}

/* What the sentence begins with, where a colon stands behind it; empty when there is none. */
static struct label label_of(const char *text, const struct spoken *sentence)
{
    struct label none = { { 0, 0 }, false, false };
    const char *start = text + sentence->start, *stop = text + sentence->end;
    const char *end = stop - start > LONGEST_LABEL ? start + LONGEST_LABEL : stop;
    const char *colon = memchr(start, ':', (size_t)(end - start));
    const char *name = colon ? skip_aside(start, end) : end, *behind = end_of_name(name, end);
    const char *last = skip_aside(behind, end);
    if (name == behind || last >= end || *last != ':' || last + 1 == stop || !memchr(" *_", last[1], 3))
        return none;
    claimex_span span = { (uint32_t)(name - text), (uint32_t)(behind - text) };
    bool words = is_loud(name, behind) || last_word(name, behind) > name; /* not "Price", "Q" */
    bool timed = has_time(start + 1, last);
    return (struct label){ span, words || timed, timed };
}

bool transcript_is_turn(const char *text, const struct spoken *sentence)
{
    return label_of(text, sentence).named;
}

static bool begins_line(const struct spoken *sentences, uint32_t k)
{
    return k == 0 || sentences[k].border.lines;
}

/* ------------------------------------------------------------------------- turns */

/* NULL when he is not known. */
static struct speaker *speaker_named(struct transcript *transcript, claimex_span name)
{
    uint32_t length = name.end - name.start;
    for (uint32_t i = 0; i < transcript->n_speakers; i++) {
        claimex_span other = transcript->speakers[i].name;
        if (other.end - other.start == length
            && memcmp(transcript->text + other.start, transcript->text + name.start, length) == 0)
            return &transcript->speakers[i];
    }
    return NULL;
}

static void add_turn(struct transcript *transcript, const struct label *label, const struct spoken *sentence)
{
    const char *name = transcript->text + label->name.start, *end = transcript->text + label->name.end;
    struct speaker *speaker = speaker_named(transcript, label->name);
    if (!speaker && transcript->n_speakers == MOST_SPEAKERS)
        return;
    if (!speaker) {
        speaker = &transcript->speakers[transcript->n_speakers++];
        *speaker = (struct speaker){ label->name, 0, is_loud(name, end), is_noun(name, end), false };
    }
    speaker->turns++;
    speaker->timed |= label->timed;
    transcript->talks += label->timed || is_talk(end, transcript->text + sentence->end);
}

/* Several take turns, and that often; in some they talk. */
static bool is_transcript(const struct transcript *transcript)
{
    uint32_t turns = 0, timed = 0, nouns = 0, most = 0;
    for (uint32_t i = 0; i < transcript->n_speakers; i++) {
        const struct speaker *speaker = &transcript->speakers[i];
        turns += speaker->turns;
        timed += speaker->timed;
        nouns += speaker->noun;
        most = speaker->noun && speaker->turns > most ? speaker->turns : most;
    }
    bool taking_turns = timed > 1 || (nouns > 1 && most > 1 && turns >= FEWEST_TURNS);
    return taking_turns && turns * TRANSCRIPT_LINES_FOR_A_TURN >= transcript->lines
           && transcript->talks * TURNS_FOR_TALK >= turns;
}

static bool speaks(const struct speaker *speaker)
{
    return speaker->loud || speaker->timed || speaker->turns > 1;
}

/* Those from `claim` on that stand before byte `end`; where the next one is. */
static uint32_t give(const struct found *found, uint32_t claim, uint32_t end, claimex_span source)
{
    for (; claim < found->count && found->claims[claim].at.start < end; claim++)
        if (source.end && !found->claims[claim].source.end && found->claims[claim].at.start >= source.end)
            found->claims[claim].source = source;
    return claim;
}

/* The last one speaks up to the end of his paragraph. */
static void give_all(struct transcript *transcript, const struct spoken *sentences, uint32_t count,
                     const struct found *found)
{
    claimex_span source = { 0, 0 }, none = { 0, 0 };
    uint32_t claim = found->first;
    for (uint32_t k = 0; k < count && !(k > transcript->last && sentences[k - 1].paragraph_ends); k++) {
        claimex_span name = begins_line(sentences, k) ? label_of(transcript->text, &sentences[k]).name : none;
        struct speaker *speaker = name.end ? speaker_named(transcript, name) : NULL;
        if (name.end)
            source = speaker && speaks(speaker) ? name : none;
        claim = give(found, claim, sentences[k].end, source);
    }
}

void transcript_find_speakers(const char *text, const struct spoken *sentences, uint32_t count,
                              const struct found *found)
{
    struct transcript transcript = { .text = text };
    for (uint32_t k = 0; k < count; k++) {
        if (!begins_line(sentences, k))
            continue;
        struct label label = label_of(text, &sentences[k]);
        transcript.lines++;
        transcript.last = label.name.end ? k : transcript.last;
        if (label.named && is_said(text + label.name.end + 1, text + sentences[k].end))
            add_turn(&transcript, &label, &sentences[k]);
    }
    if (is_transcript(&transcript))
        give_all(&transcript, sentences, count, found);
}
