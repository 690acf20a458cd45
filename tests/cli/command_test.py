"""What a user of the command meets: command_test.py CLAIMEX runs it and looks at output, messages and exit status."""
import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
import tempfile
import unittest

CLAIMEX = ''
TEXT = 'Profit rose 12% to $3 million.'
ORDER = ('doc kind start end text value low high of relation unit readings inexact per per_amount timex grain begins ends '
         'role change modifier subject source cue stance quoted sentence time same_as').split()


def run(*arguments, stdin=b'', **options):
    """Run the program on bytes or a text."""
    stdin = stdin.encode() if isinstance(stdin, str) else stdin
    return subprocess.run([CLAIMEX, *arguments], input=stdin, capture_output=True, timeout=120, **options)


def records(done):
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def lines(*objects):
    return ''.join(json.dumps(o) + '\n' for o in objects)


class Case(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def file(self, name, content):
        path = os.path.join(self.folder, name)
        with open(path, 'wb') as file:
            file.write(content.encode() if isinstance(content, str) else content)
        return path

    def good(self, done):
        """Nothing failed and nothing was said."""
        self.assertEqual((done.returncode, done.stderr), (0, b''))
        return done

    def one_message(self, done, pattern, status=1):
        """Exactly one line on standard error."""
        message = done.stderr.decode()
        self.assertRegex(message, pattern)
        self.assertEqual(message.count('\n'), 1, message)
        self.assertEqual(done.returncode, status)


class Records(Case):
    def test_fields(self):
        percentage, money = records(self.good(run(stdin=TEXT)))
        expected = {'doc': '-', 'kind': 'percentage', 'start': 12, 'end': 15, 'text': '12%', 'value': '12',
                    'relation': 'eq', 'unit': '%', 'stance': 'stated', 'quoted': False}
        self.assertEqual({key: percentage[key] for key in expected}, expected)
        self.assertEqual((money['text'], money['value'], money['unit']), ('$3 million', '3000000', 'USD'))
        self.assertEqual(money['readings'][0], 'USD')

    def test_order_of_fields(self):
        for record in records(run(stdin=TEXT)):
            self.assertEqual(list(record), [key for key in ORDER if key in record])

    def test_range_has_no_value(self):
        [record] = records(run(stdin='Growth of 10-15% is planned.'))
        self.assertNotIn('value', record)
        self.assertEqual((record['low'], record['high'], record['relation']), ('10', '15', 'range'))

    def test_spans(self):
        [record] = records(run(stdin='It has about 12% of it.'))
        self.assertEqual(record['modifier'], {'start': 7, 'end': 12, 'text': 'about'})
        self.assertEqual(set(record['sentence']), {'start', 'end'})

    def test_offsets(self):
        text = '\U0001f600 \u00e9 ' + TEXT
        for unit, shift in (('byte', 8), ('codepoint', 4), ('utf16', 5)):
            record = records(self.good(run('--offsets', unit, stdin=text)))[0]
            self.assertEqual((record['start'], record['end'], record['text']), (12 + shift, 15 + shift, '12%'))

    def test_file_name_in_any_encoding(self):
        path = os.path.join(os.fsencode(self.folder), b'a"\\\n\xff\xc3\xa9.txt')
        with open(path, 'wb') as file:
            file.write(TEXT.encode())
        self.assertEqual(os.path.basename(records(self.good(run(path)))[0]['doc']), 'a"\\\n\ufffd\u00e9.txt')


class Table(Case):
    def test_row(self):
        path = self.file('a.txt', 'First line.\n' + TEXT)
        heading, *lines = self.good(run('--format', 'text', path)).stdout.decode().splitlines()
        percentage, money = (line for line in lines if re.match(' *2:', line))
        self.assertEqual(heading, path + ': 2 claims')
        self.assertRegex(percentage, r'^ *2:13 +percentage +12% += 12%')
        self.assertRegex(money, r'^ *2:20 +money +\$3 million += 3,000,000 USD')
        self.assertNotIn('\033', percentage + money)

    def test_relations(self):
        text = 'About 12% left, more than 13% came, at least 14% or up to 15% stayed, and 16-17% slept.'
        table = self.good(run('--format=text', stdin=text)).stdout.decode()
        for expected in ('≈ 12%', '> 13%', '≥ 14%', '≤ 15%', '= 16 to 17%'):
            self.assertIn(expected, table)

    def test_documents_are_apart(self):
        first, second = self.file('a.txt', TEXT), self.file('b.txt', 'Nothing here.')
        self.assertRegex(run('--format', 'text', first, second).stdout.decode(),
                         re.escape(first) + r': 2 claims\n(?:.+\n)+\n' + re.escape(second) + ': no claims\n')

    def test_lines_fit(self):
        text = 'Sales rose 12% in May, said Anna Blom of Norrvik, who runs the board. They cost about $3 million a year.'
        for line in self.good(run('--format', 'text', stdin=text)).stdout.decode().splitlines():
            self.assertLessEqual(len(line), 120)

    def test_control_characters_of_a_name(self):
        path = self.file('a\033[31m\nb.txt', TEXT)
        self.assertIn(b'/a [31m b.txt: 2 claims\n', self.good(run('--format', 'text', path)).stdout)


class Terminal(Case):
    def on_terminal(self, *arguments, **environment):
        try:
            master, slave = pty.openpty()
        except OSError:
            self.skipTest('there are no pseudo-terminals here')
        path = self.file('a.txt', TEXT)
        environment = {**{k: v for k, v in os.environ.items() if k != 'NO_COLOR'}, 'TERM': 'xterm', **environment}
        done = subprocess.run([CLAIMEX, *arguments, path], stdin=subprocess.DEVNULL, stdout=slave, env=environment,
                              timeout=120)
        os.close(slave)
        output = b''
        while select.select([master], [], [], 10)[0]:
            try:
                output += os.read(master, 65536)
            except OSError:
                break
        os.close(master)
        self.assertEqual(done.returncode, 0)
        return output.decode()

    def test_table_shows_the_interval_of_a_year_of_its_own(self):
        table = self.good(run('--format=text', stdin=b'Pay rose in the year to March 2019 and in 2018.')).stdout.decode()
        self.assertIn('2019 (2018-04-01 until 2019-04-01)', table)
        self.assertIn('= 2018\n', table)

    def test_table_in_colour(self):
        self.assertIn('\033[1m12%\033[0m', self.on_terminal())

    def test_no_color(self):
        output = self.on_terminal(NO_COLOR='1')
        self.assertIn('= 12%', output)
        self.assertNotIn('\033', output)

    def test_dumb_terminal(self):
        self.assertNotIn('\033', self.on_terminal(TERM='dumb'))

    def test_ndjson_when_asked(self):
        self.assertEqual(json.loads(self.on_terminal('--format', 'ndjson').splitlines()[0])['text'], '12%')


class Inputs(Case):
    def test_standard_input_between_files(self):
        first, last = self.file('a.txt', '1% of it'), self.file('b.txt', '3% of it')
        done = self.good(run(first, '-', last, stdin='2% of it'))
        self.assertEqual([(r['doc'], r['text']) for r in records(done)], [(first, '1%'), ('-', '2%'), (last, '3%')])

    def test_name_that_looks_like_an_option(self):
        self.file('--help', TEXT)
        self.assertEqual(len(records(self.good(run('--', '--help', cwd=self.folder)))), 2)

    def test_empty(self):
        self.assertEqual(self.good(run(self.file('empty.txt', ''))).stdout, b'')
        self.assertEqual(self.good(run('--input', 'ndjson', self.file('empty.ndjson', ''))).stdout, b'')
        self.assertEqual(self.good(run('--format', 'text', stdin='')).stdout, b'-: no claims\n\n')

    def test_missing_file_and_directory_do_not_stop_the_rest(self):
        path = self.file('a.txt', TEXT)
        done = run(os.path.join(self.folder, 'missing.txt'), self.folder, path)
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.stderr.decode(), r'^claimex: .*missing.txt: cannot be opened: No such file.*\n'
                                               r'claimex: .*: cannot be read: Is a directory\n$')
        self.assertEqual([r['doc'] for r in records(done)], [path, path])

    @unittest.skipUnless(hasattr(os, 'geteuid') and os.geteuid() != 0, 'root may read everything')
    def test_forbidden_file(self):
        path = self.file('a.txt', TEXT)
        os.chmod(path, 0)
        self.one_message(run(path), 'a.txt: cannot be opened: Permission denied')

    @unittest.skipUnless(os.path.exists('/proc/self/mem'), 'needs a file whose reading fails')
    def test_failing_read(self):
        self.one_message(run('/proc/self/mem'), '/proc/self/mem: cannot be read: ')

    def test_nul_byte(self):
        self.assertEqual([r['start'] for r in records(self.good(run(stdin=b'a\0b\0 12% of\0 it, 13%')))], [5, 17])

    def test_long_text_and_long_line(self):
        filler = 'word ' * 600_000
        [record] = records(self.good(run(stdin=filler + '12% of it')))
        self.assertEqual(record['start'], len(filler))
        stdin = lines({'text': filler + '12% of it'}, {'text': '13% of it'})
        first, second = records(self.good(run('--input', 'ndjson', stdin=stdin)))
        self.assertEqual((first['start'], second['doc']), (len(filler), 2))


class Utf8(Case):
    def test_refused_by_default(self):
        path, good = self.file('bad.txt', b'One.\n\xc3\xa9 12% \xff'), self.file('good.txt', TEXT)
        done = run(path, good)
        self.one_message(done, r'^claimex: .*bad.txt:2:7: not UTF-8: byte 0xff at byte offset 12\n')
        self.assertEqual({r['doc'] for r in records(done)}, {good})

    def test_cut_character(self):
        self.one_message(run(stdin=b'12% \xe2\x82'), r'-:1:5: not UTF-8: byte 0xe2 at byte offset 4')

    def test_skipped_when_asked(self):
        done = self.good(run('--invalid-utf8', 'skip', stdin=b'\xff 12% \xc3 13%'))
        self.assertEqual([(r['start'], r['text']) for r in records(done)], [(2, '12%'), (8, '13%')])


class NdjsonInput(Case):
    def read(self, *objects, arguments=()):
        return run('--input', 'ndjson', *arguments, stdin=lines(*objects))

    def test_ids(self):
        ids = ['a"\n\0é\U0001f600', 7, -1.5, '', None]
        done = self.good(self.read({'text': '1%'}, *({'id': i, 'text': '2%', 'more': [1]} for i in ids)))
        self.assertEqual([r['doc'] for r in records(done)], [1, *ids[:-1], 6])

    def test_blank_lines_and_no_last_newline(self):
        done = self.good(run('--input', 'ndjson', stdin=b'\n{"text": "1%"}\r\n \t\r\n{"text": "2%"}'))
        self.assertEqual([r['doc'] for r in records(done)], [2, 4])

    def test_bad_lines_lose_nothing_else(self):
        bad = {'{"text": ': 'not JSON', '[1]': 'not a JSON object', '"text"': 'not JSON', '\0': 'not JSON',
               '{"id": 3}': 'there is no "text"', '{"text": null}': 'there is no "text"',
               '{"text": 5}': '"text" is not a string',
               '{"text": "1%", "id": true}': '"id" is neither', '{"text": "1%", "id": [1]}': '"id" is neither',
               '{"text": "1%", "reference_date": 2017}': '"reference_date" is not a string',
               '{"text": "1%", "reference_date": "2017-02-30"}': '"reference_date" is not a date',
               '{"text": "\\ud800 1%"}': 'not JSON', '{"text": "1%"} {"text": "1%"}': 'not JSON',
               '[' * 5000: 'not JSON'}
        done = run('--input', 'ndjson', stdin=''.join(f'{line}\n{{"text": "7%"}}\n' for line in bad))
        self.assertEqual(done.returncode, 1)
        self.assertEqual([r['doc'] for r in records(done)], list(range(2, 2 * len(bad) + 1, 2)))
        messages = done.stderr.decode().splitlines()
        self.assertEqual(len(messages), len(bad))
        for number, (message, why) in enumerate(zip(messages, bad.values())):
            self.assertRegex(message, rf'^claimex: -:{2 * number + 1}(:\d+)?: {re.escape(why)}.*; the record is skipped$')

    def test_bytes_that_are_not_utf8(self):
        path = self.file('in.ndjson', b'{"text": "\xff 1%"}\n{"text": "2%"}\n')
        done = run('--input', 'ndjson', path)
        self.one_message(done, r'in.ndjson:1:\d+: not JSON: ')
        self.assertEqual([r['text'] for r in records(done)], ['2%'])

    def test_byte_order_mark(self):
        done = self.good(run('--input', 'ndjson', stdin=b'\xef\xbb\xbf{"text": "1%"}'))
        self.assertEqual([(r['doc'], r['start']) for r in records(done)], [(1, 0)])

    def test_reference_date(self):
        for date in '2017-04-25', '2017-04-25T18:56', None:
            self.good(self.read({'text': '1%', 'reference_date': date}, arguments=['--reference-date', '2016-02-29']))

    def test_table_names_the_id(self):
        done = self.good(self.read({'id': 'seven', 'text': '7%'}, arguments=['--format', 'text']))
        self.assertTrue(done.stdout.startswith(b'seven: 1 claim\n'))

    def test_answers_before_the_input_ends(self):
        with subprocess.Popen([CLAIMEX, '--input', 'ndjson'], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as program:
            for percent in (b'1%', b'2%'):
                program.stdin.write(b'{"text": "' + percent + b'"}\n')
                program.stdin.flush()
                self.assertTrue(select.select([program.stdout], [], [], 60)[0], 'no answer to a complete line')
                self.assertIn(b'"text":"' + percent + b'"', os.read(program.stdout.fileno(), 65536))
            program.stdin.close()
            self.assertEqual(program.wait(60), 0)


class Outputs(Case):
    MANY = lines(*({'text': '12% of it and 13% of that'} for _ in range(20_000)))

    def closed_pipe(self, **options):
        """Close the reading end after the first line."""
        path = self.file('many.ndjson', self.MANY)
        with subprocess.Popen([CLAIMEX, '--input', 'ndjson', path], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              **options) as program:
            program.stdout.readline()
            program.stdout.close()
            return program.wait(120), program.stderr.read()

    def test_broken_pipe(self):
        self.assertEqual(self.closed_pipe(), (-signal.SIGPIPE, b''))

    def test_broken_pipe_when_the_signal_is_ignored(self):
        self.assertEqual(self.closed_pipe(restore_signals=False), (1, b''))  # Python itself ignores SIGPIPE

    @unittest.skipUnless(os.path.exists('/dev/full'), 'needs /dev/full')
    def test_full_disk(self):
        many, few = self.file('many.ndjson', self.MANY), self.file('few.txt', TEXT)
        for arguments in (['--input', 'ndjson', many], [few], ['--tokens', few], ['--help']):
            with open('/dev/full', 'wb') as full:
                done = subprocess.run([CLAIMEX, *arguments], stdout=full, stderr=subprocess.PIPE, timeout=120)
            self.one_message(done, 'standard output cannot be written: No space left on device')


class Arguments(Case):
    def test_help_and_version(self):
        text = self.good(run('--help')).stdout.decode()
        for option in ('format', 'input', 'kinds', 'reference-date', 'date-order', 'default-currency', 'fiscal-start',
                       'invalid-utf8', 'offsets', 'tokens', 'help', 'version'):
            self.assertIn('--' + option, text)
        self.assertLessEqual(max(map(len, text.splitlines())), 100)
        self.assertEqual(self.good(run('-h')).stdout.decode(), text)
        self.assertRegex(self.good(run('--version')).stdout, rb'^claimex \d+\.\d+\.\d+\n$')

    def test_wrong_usage(self):
        for arguments in (['--frmat'], ['--format'], ['--format', 'xml'], ['--input', 'csv'], ['--help=yes'],
                          ['--kinds', 'percentages'], ['--kinds='], ['--kinds', 'money,'], ['--date-order', 'us'],
                          ['--reference-date', '25/4/2017'], ['--reference-date', '2017-02-29'],
                          ['--default-currency', 'dollar'], ['--default-currency', 'usd'], ['--fiscal-start', '0'],
                          ['--fiscal-start', '13'], ['--invalid-utf8', 'keep'], ['--offsets', 'utf8'],
                          ['--tokens', '--format', 'ndjson']):
            done = run(*arguments, stdin=TEXT)
            self.assertEqual((done.returncode, done.stdout), (2, b''), arguments)
            option = arguments[0].split('=')[0]
            self.assertRegex(done.stderr.decode(), rf'^claimex: .*{option}.*\nclaimex: try: claimex --help\n$')

    def test_kinds(self):
        for kinds, texts in (('money', ['$3 million']), ('percentage', ['12%']), ('rank', []),
                             ('money,percentage', ['12%', '$3 million'])):
            self.assertEqual([r['text'] for r in records(self.good(run('--kinds', kinds, stdin=TEXT)))], texts)

    def test_default_currency(self):
        money = records(self.good(run('--default-currency', 'CAD', stdin=TEXT)))[1]
        self.assertEqual((money['unit'], money['readings'][0]), ('CAD', 'CAD'))

    def test_date_options(self):
        for arguments in (['--reference-date', '2017-04-25'], ['--date-order', 'dmy'], ['--date-order=ymd'],
                          ['--fiscal-start', '12']):
            self.assertEqual(len(records(self.good(run(*arguments, stdin=TEXT)))), 2)

    def test_tokens(self):
        path = self.file('a.txt', TEXT)
        output = self.good(run('--tokens', path)).stdout.decode()
        self.assertTrue(output.startswith(path + ':\n'))
        self.assertIn('NUMBER', output)
        self.one_message(run('--tokens', stdin=b'\xff'), 'not UTF-8: byte 0xff at byte offset 0')


if __name__ == '__main__':
    CLAIMEX = os.path.abspath(sys.argv.pop(1))
    unittest.main()
