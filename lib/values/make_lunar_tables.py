#!/usr/bin/env python3
"""Writes the months of the Islamic and the Chinese calendar, and the days of Indian holidays.

    pip install hijridate==2.6.0 ummalqura==2.0.1 lunardate==0.3.0 sxtwl==2.0.7 holidays==0.109 ephem==4.2.1
    python3 make_lunar_tables.py lunar > lunar_tables.inc
    python3 make_lunar_tables.py indian > indian_holidays.inc

Nothing is taken from one source alone. The Umm al-Qura calendar is the one in which hijridate and ummalqura agree (they
do not for two months without a holiday, where ICU sides with hijridate). The Chinese calendar is the
one in which lunardate and sxtwl agree. An Indian holiday is given for a year only where the table of holidays names a
day on which the moon, computed with ephem, stands as the rule of the feast wants it.
"""
import datetime
import math
import sys

import ephem
import holidays.calendars.hindu
import hijridate
import lunardate
import sxtwl
import ummalqura.hijri_date

ISLAMIC_YEARS = range(1365, 1474)
ISLAMIC_DIFFERENCES = {(1427, 6), (1446, 6)}
CHINESE_YEARS = range(1979, 2100)
INDIAN_YEARS = range(2001, 2036)
EPOCH = datetime.date(1970, 1, 1)
DAY = datetime.timedelta(1)


def islamic_month(year, month):
    first = hijridate.Hijri(year, month, 1)
    day = datetime.date(*first.to_gregorian().datetuple())
    other = ummalqura.hijri_date.HijriDate(year, month, 1)
    same = (int(other.year_gr), int(other.month_gr), int(other.day_gr)) == day.timetuple()[:3]
    if not same and (year, month) not in ISLAMIC_DIFFERENCES:
        raise SystemExit(f'{year}-{month}: {day} is not the day of ummalqura')
    return day, first.month_length()


def islamic():
    print(f'#define ISLAMIC_FIRST_YEAR {ISLAMIC_YEARS[0]}')
    print(f'#define ISLAMIC_FIRST_DAY {(islamic_month(ISLAMIC_YEARS[0], 1)[0] - EPOCH).days} /* since 1970-01-01 */\n')
    print('/* Bit 0 is the first month: 1 where it has 30 days, 0 where it has 29. */')
    rows, expected = [], islamic_month(ISLAMIC_YEARS[0], 1)[0]
    for year in ISLAMIC_YEARS:
        bits = 0
        for month in range(1, 13):
            first, length = islamic_month(year, month)
            assert first == expected and length in (29, 30)
            bits |= (length - 29) << (month - 1)
            expected = first + length * DAY
        rows.append(f'0x{bits:03x}')
    array('uint16_t', 'islamic_years', rows)


def chinese_months(year):
    """[(is a leap month, its first day)] of the year, and the first day of the next one."""
    leap = sxtwl.getRunMonth(year)
    assert leap == (lunardate.LunarDate.leap_month_for_year(year) or 0)
    months = []
    for month in range(1, 13):
        for is_leap in ((False, True) if month == leap else (False,)):
            day = sxtwl.fromLunar(year, month, 1, is_leap)
            date = datetime.date(day.getSolarYear(), day.getSolarMonth(), day.getSolarDay())
            assert date == lunardate.LunarDate(year, month, 1, is_leap).to_solar_date(), (year, month)
            months.append((is_leap, date))
    day = sxtwl.fromLunar(year + 1, 1, 1, False)
    return months, datetime.date(day.getSolarYear(), day.getSolarMonth(), day.getSolarDay())


def chinese():
    print(f'\n#define CHINESE_FIRST_YEAR {CHINESE_YEARS[0]}\n')
    print('/* Bits 0 … 12: 1 where the month has 30 days, in their order, the leap month among them. Bits 13 … 16:')
    print(' * the month that is followed by a leap month, 0 for none. Above: days from 1 January to the first. */')
    rows = []
    for year in CHINESE_YEARS:
        months, end = chinese_months(year)
        days = [date for _, date in months] + [end]
        bits = sum(((b - a).days - 29) << i for i, (a, b) in enumerate(zip(days, days[1:])))
        leap = next((i for i, (is_leap, _) in enumerate(months) if is_leap), 0)
        rows.append(f'0x{(days[0] - datetime.date(year, 1, 1)).days << 17 | leap << 13 | bits:06x}')
    array('uint32_t', 'chinese_years', rows)


# ------------------------------------------------------------------ India

# name: (table of holidays, month counted from Chaitra by new moons, lunar day 1 … 30, hours of the day, days after)
INDIAN = {
    'chhath': ('CHHATH_PUJA', 8, 6, ('sunset', 'sunrise'), 0),
    'diwali': ('DIWALI_INDIA', 7, 30, ('dusk', 'sunset'), 0),
    'dussehra': ('DUSSEHRA', 7, 10, ('afternoon',), 0),
    'ganesh_chaturthi': ('GANESH_CHATURTHI', 6, 4, ('noon',), 0),
    'guru_nanak': ('GURU_NANAK_JAYANTI', 8, 15, ('sunrise',), 0),
    'holi': ('HOLI', 12, 15, ('dusk', 'sunset'), 1),
    'maha_shivaratri': ('MAHA_SHIVARATRI', 11, 29, ('midnight',), 0),
    'navaratri': ('SHARAD_NAVRATRI', 7, 1, ('sunrise',), 0),
    'raksha_bandhan': ('RAKSHA_BANDHAN', 5, 15, ('afternoon', 'sunrise'), 0),
    'ram_navami': ('RAM_NAVAMI', 1, 9, ('noon',), 0),
    'rath_yatra': ('RATH_YATRA', 4, 2, ('sunrise',), 0),
}
IST = datetime.timedelta(hours=5, minutes=30)


def longitude(kind, utc):
    now = ephem.Date(utc)
    body = kind(now)
    return math.degrees(ephem.Ecliptic(ephem.Equatorial(body.g_ra, body.g_dec, epoch=now), epoch=now).lon)


def lunar_day(utc):
    return int((longitude(ephem.Moon, utc) - longitude(ephem.Sun, utc)) % 360 // 12) + 1


def sidereal_sign(utc):
    """0 … 11; the zero point (Lahiri) moves by 50.29 seconds of arc a year."""
    years = (utc - datetime.datetime(2000, 1, 1)).days / 365.25
    return int((longitude(ephem.Sun, utc) - 23.853 - years * 50.29 / 3600) % 360 // 30)


def new_moons(year):
    moon = ephem.next_new_moon(ephem.Date(f'{year}/1/1') - 35)
    while moon.datetime().year <= year:
        yield moon.datetime()
        moon = ephem.next_new_moon(moon + 1)
    yield moon.datetime()
    yield ephem.next_new_moon(moon + 1).datetime()


def lunar_month(utc, moons):
    """The month that holds the moment, 1 … 12 from Chaitra: named by the sign that the sun enters in it."""
    start = max(moon for moon in moons if moon <= utc)
    end = min(moon for moon in moons if moon > utc)
    sign = sidereal_sign(start)
    return None if sign == sidereal_sign(end) else (sign + 1) % 12 + 1


def hour(date, name):
    delhi = ephem.Observer()
    delhi.lat, delhi.lon, delhi.horizon, delhi.pressure = '28.61', '77.21', '-0:34', 0
    delhi.date = datetime.datetime(date.year, date.month, date.day) - IST
    rise = delhi.next_rising(ephem.Sun()).datetime()
    delhi.date = rise
    set_ = delhi.next_setting(ephem.Sun()).datetime()
    delhi.date = set_
    night = delhi.next_rising(ephem.Sun()).datetime() - set_
    return {'sunrise': rise, 'noon': rise + (set_ - rise) / 2, 'afternoon': rise + (set_ - rise) * 0.7, 'sunset': set_,
            'dusk': set_ + datetime.timedelta(minutes=70), 'midnight': set_ + night / 2}[name]


def is_confirmed(date, moons, month, day, hours):
    moments = [hour(date, name) for name in hours]
    return any(lunar_day(utc) == day and lunar_month(utc, moons) == month for utc in moments)


def indian():
    print('/* Month * 100 + day; 0 where the sources do not agree. */')
    print(f'#define INDIAN_FIRST_YEAR {INDIAN_YEARS[0]}')
    print(f'#define INDIAN_YEARS {len(INDIAN_YEARS)}\n')
    print('static const struct {\n    char name[20];\n    uint16_t days[INDIAN_YEARS];\n} indian_holidays[] = {')
    moons = {year: list(new_moons(year)) for year in INDIAN_YEARS}
    for name, (table, month, day, hours, after) in INDIAN.items():
        given = getattr(holidays.calendars.hindu._HinduLunisolar, table + '_DATES')
        rows = []
        for year in INDIAN_YEARS:
            date = datetime.date(year, *given[year][:2])
            right = is_confirmed(date - after * DAY, moons[year], month, day, hours)
            rows.append(str(date.month * 100 + date.day) if right else '0')
            if not right:
                print(f'{name} {date} left out', file=sys.stderr)
        print(f'    {{ "{name}",\n      {{', ',\n        '.join(lines(rows, 100)), '} },', sep=' ')
    print('};')


# ------------------------------------------------------------------ output

def lines(rows, width):
    line = ''
    for row in rows:
        if len(line) + len(row) + 2 > width:
            yield line
            line = ''
        line += (', ' if line else '') + row
    yield line


def array(type_, name, rows):
    print(f'static const {type_} {name}[] = {{')
    for line in lines(rows, 110):
        print(f'    {line},')
    print('};')


if __name__ == '__main__':
    print('/* Made by make_lunar_tables.py, which says where the numbers come from. */\n')
    if sys.argv[1:] == ['indian']:
        indian()
    else:
        islamic()
        chinese()
