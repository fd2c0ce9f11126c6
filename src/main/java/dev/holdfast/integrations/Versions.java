package dev.holdfast.integrations;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a version is called, the same for whoever tells of it: a tag that looks like one, else the commit. */
public final class Versions {

    private static final Pattern VERSION = Pattern.compile("[vV]?\\d+(\\.\\d+)+([-+._][0-9A-Za-z.+_-]+)?");
    private static final List<String> PREFIXES = List.of("refs/tags/", "refs/heads/", "origin/");
    private static final List<String> MAINTAINED = List.of("release/", "release-", "releases/", "hotfix/", "hotfix-");

    private Versions() {}

    public static String of(@Nullable String ref, String commit) {
        var name = bare(ref);
        return name != null && isVersion(name) ? name : commit;
    }

    public static boolean isVersion(String name) {
        return VERSION.matcher(name).matches();
    }

    /** Whether releases are made of this ref: the default branch, a branch of a release, or a version. Where no default branch is said, of any. */
    public static boolean isReleased(@Nullable String ref, @Nullable String defaultBranch) {
        var name = bare(ref);
        return name == null
                || defaultBranch == null
                || name.equals(defaultBranch)
                || isVersion(name)
                || MAINTAINED.stream().anyMatch(name::startsWith);
    }

    /** A ref without what says of which sort it is. */
    public static @Nullable String bare(@Nullable String ref) {
        if (ref == null) return null;
        return PREFIXES.stream().filter(ref::startsWith).findFirst().map(prefix -> ref.substring(prefix.length())).orElse(ref);
    }
}
