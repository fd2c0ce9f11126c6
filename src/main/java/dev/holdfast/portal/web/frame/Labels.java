package dev.holdfast.portal.web.frame;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Labels of an alert as somebody pastes them: {@code service="bedroom"} or {@code {alertname=SearchErrors, team=bedroom}}. */
final class Labels {

    private static final Pattern WHOLE = Pattern.compile("\\{?\\s*[A-Za-z_][A-Za-z0-9_]*\\s*=~?.*", Pattern.DOTALL);
    private static final Pattern ONE = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)\\s*=~?\\s*(?:\"([^\"]*)\"|'([^']*)'|([^,}\\s]+))");
    private static final int LONGEST = 2000;

    private Labels() {}

    /** Empty where it reads otherwise. */
    static Map<String, String> read(String text) {
        var labels = new LinkedHashMap<String, String>();
        if (text.length() > LONGEST || !WHOLE.matcher(text.strip()).matches()) return labels;
        var one = ONE.matcher(text);
        while (one.find()) {
            labels.putIfAbsent(one.group(1), one.group(2) != null ? one.group(2) : one.group(3) != null ? one.group(3) : one.group(4));
        }
        return labels;
    }
}
