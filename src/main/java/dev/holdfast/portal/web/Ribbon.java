package dev.holdfast.portal.web;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is called over two weeks: a row for each schedule, a turn on its person's ground, a gap hatched and named. */
public record Ribbon(
        String label,
        String height,
        List<Day> days,
        List<Heading> headings,
        List<Lane> lanes,
        @Nullable String now,
        List<Row> rows,
        List<String> legend) {

    /** A day's column and its name; weekends are slightly sunken. */
    public record Day(String x, String width, boolean weekend, boolean first, String words) {}

    /** The name of a group of rows. */
    public record Heading(String y, String words) {}

    /** One row: its name in the margin and its turns. */
    public record Lane(String y, String nameY, String secondY, String name, String second, List<Turn> turns, @Nullable String address) {}

    /** A stretch of time in a row. */
    public record Turn(String x, String width, Kind kind, String ground, String words, String title, @Nullable Beside beside) {}

    /** A name that does not fit into its turn and stands after it. */
    public record Beside(String x, String y, String words) {}

    /** One line of the same as a table. */
    public record Row(String schedule, @Nullable String address, String who, String from, String to) {}

    /** What a stretch of time is. */
    public enum Kind {
        TURN,
        OVERRIDE,
        MOVED,
        GAP,
        QUIET
    }

    /** What a row draws: stretches of one schedule, or of one kind of hours. */
    public record Course(@Nullable String group, String name, String second, List<Stretch> stretches, @Nullable String address) {

        public Course(@Nullable String group, String name, String second, List<Stretch> stretches) {
            this(group, name, second, stretches, null);
        }

        /** The same with a page of its own behind its name. */
        public Course at(String page) {
            return new Course(group, name, second, stretches, page);
        }
    }

    /** Somebody, or nobody, from one instant to another. */
    public record Stretch(Instant from, Instant to, Kind kind, String person, String words) {}

    /** Whether names lead to pages. */
    public boolean linked() {
        return lanes.stream().anyMatch(lane -> lane.address() != null);
    }

    public static Ribbon of(String subject, List<Course> courses, LocalDate first, int days, ReaderTime time, Grounds grounds) {
        return new Drawing(first, days, time, grounds).ribbon(subject, courses);
    }

    private static final class Drawing {

        private static final double HEAD = 1.625;
        private static final double ROW = 2.125;
        private static final double GROUP = 1.625;
        private static final double LETTERS_A_PERCENT = 1.1;
        private static final double PADDING = 1.2;
        private static final int NAMED_DAYS = 14;
        private static final int MARGIN_LETTERS = 28;

        private final LocalDate first;
        private final int days;
        private final ReaderTime time;
        private final Grounds grounds;
        private final Instant from;
        private final Instant to;
        private final Set<Kind> seen = EnumSet.noneOf(Kind.class);
        private final List<Row> rows = new ArrayList<>();

        Drawing(LocalDate first, int days, ReaderTime time, Grounds grounds) {
            this.first = first;
            this.days = days;
            this.time = time;
            this.grounds = grounds;
            this.from = first.atStartOfDay(time.zone()).toInstant();
            this.to = first.plusDays(days).atStartOfDay(time.zone()).toInstant();
        }

        Ribbon ribbon(String subject, List<Course> courses) {
            var headings = new ArrayList<Heading>();
            var lanes = new ArrayList<Lane>();
            var y = HEAD + 0.5;
            @Nullable String group = null;
            for (var course : courses) {
                if (course.group() != null && !course.group().equals(group)) {
                    group = course.group();
                    headings.add(new Heading(rem(y + 0.875), group));
                    y += GROUP;
                }
                lanes.add(lane(course, y));
                y += ROW;
            }
            var label = "Who is called for " + subject + ", " + time.day(first) + " to " + time.day(first.plusDays(days - 1L));
            var now = inside(time.now()) ? x(time.now()) : null;
            return new Ribbon(label, rem(y), columns(), headings, lanes, now, List.copyOf(rows), legend());
        }

        private Lane lane(Course course, double y) {
            var turns = new ArrayList<Turn>();
            var named = "";
            for (var stretch : course.stretches()) {
                if (!stretch.from().isBefore(to) || !stretch.to().isAfter(from)) continue;
                var turn = turn(course, stretch, named, rem(y + 0.9375));
                if (turn.beside() != null) named = stretch.words();
                turns.add(turn);
            }
            return new Lane(rem(y), rem(y + 0.625), rem(y + 1.4375), margin(course.name(), 0), margin(course.second(), 4), List.copyOf(turns), course.address());
        }

        /** What fits into the margin; the table under the drawing has the whole name. */
        private static String margin(String words, int smaller) {
            var room = MARGIN_LETTERS + smaller;
            return words.length() <= room ? words : words.substring(0, room - 1).stripTrailing() + "…";
        }

        private Turn turn(Course course, Stretch stretch, String named, String wordsY) {
            seen.add(stretch.kind());
            var begin = stretch.from().isBefore(from) ? from : stretch.from();
            var end = stretch.to().isAfter(to) ? to : stretch.to();
            var share = 100.0 * seconds(begin, end) / seconds(from, to);
            var title = stretch.words() + ", " + time.full(stretch.from()) + " to " + time.full(stretch.to());
            rows.add(new Row(course.name(), course.address(), stretch.words(), time.full(stretch.from()), time.full(stretch.to())));
            var ground = stretch.kind() != Kind.GAP && stretch.kind() != Kind.QUIET ? grounds.of(stretch.person()) : "";
            var words = fitting(stretch.words(), share);
            var beside = words.isEmpty() && !ground.isEmpty() && !named.equals(stretch.words()) && room(course, end) > 2.8
                    ? new Beside(x(end), wordsY, stretch.words().split(" ")[0]) : null;
            return new Turn(x(begin), percent(share), stretch.kind(), ground, words, title, beside);
        }

        /** How much of the width is free after an instant. */
        private double room(Course course, Instant end) {
            var next = course.stretches().stream().map(Stretch::from).filter(begin -> !begin.isBefore(end)).min(Instant::compareTo);
            return 100.0 * seconds(end, next.filter(begin -> begin.isBefore(to)).orElse(to)) / seconds(from, to);
        }

        /** A name is written if it fits, else its first word, else nothing: the title holds the rest. */
        private static String fitting(String words, double share) {
            var room = share * LETTERS_A_PERCENT - PADDING;
            if (words.length() <= room) return words;
            var space = words.indexOf(' ');
            var shorter = space < 0 ? words : words.substring(0, space);
            return shorter.length() <= room ? shorter : "";
        }

        private List<Day> columns() {
            var columns = new ArrayList<Day>();
            for (var i = 0; i < days; i++) {
                var day = first.plusDays(i);
                var begin = day.atStartOfDay(time.zone()).toInstant();
                var end = day.plusDays(1).atStartOfDay(time.zone()).toInstant();
                var monday = day.getDayOfWeek() == DayOfWeek.MONDAY;
                columns.add(new Day(x(begin), percent(100.0 * seconds(begin, end) / seconds(from, to)),
                        day.getDayOfWeek().getValue() > 5, monday, days <= NAMED_DAYS || monday ? name(day) : ""));
            }
            return List.copyOf(columns);
        }

        /** The month is said where weeks are long enough for it, and where it begins. */
        private String name(LocalDate day) {
            if (days > NAMED_DAYS) return time.day(day);
            var words = time.day(day).split(" ");
            return day.getDayOfMonth() == 1 ? words[1] + " " + words[2] : words[0] + " " + words[1];
        }

        private List<String> legend() {
            var legend = new ArrayList<String>();
            if (seen.contains(Kind.OVERRIDE)) legend.add("override");
            if (seen.contains(Kind.MOVED)) legend.add("moved");
            if (seen.contains(Kind.GAP)) legend.add("gap");
            if (seen.contains(Kind.QUIET)) legend.add("quiet");
            return List.copyOf(legend);
        }

        private boolean inside(Instant at) {
            return !at.isBefore(from) && at.isBefore(to);
        }

        private String x(Instant at) {
            return percent(100.0 * seconds(from, at) / seconds(from, to));
        }

        private static long seconds(Instant from, Instant to) {
            return Duration.between(from, to).toSeconds();
        }

        private static String percent(double value) {
            return String.format(Locale.ROOT, "%.3f%%", value);
        }

        private static String rem(double value) {
            return String.format(Locale.ROOT, "%.4frem", value);
        }
    }
}
