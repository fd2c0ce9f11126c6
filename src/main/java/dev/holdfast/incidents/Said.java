package dev.holdfast.incidents;

import dev.holdfast.alerts.AlertKey;
import dev.holdfast.alerts.Signal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A signal, said so many times in a row. */
record Said(Signal signal, long times) {

    Said again(Signal latest) {
        return new Said(latest, times + 1);
    }

    /**
     * The signals in waves of distinct keys, in the order in which they were said: what is said twice of one alert is
     * counted, what contradicts the wave begins the next.
     */
    static List<List<Said>> inWaves(List<Signal> signals) {
        var waves = new ArrayList<List<Said>>();
        Map<AlertKey, Said> wave = new LinkedHashMap<>();
        for (var signal : signals) {
            var before = wave.get(signal.key());
            if (before != null && !(before.signal().isTrigger() && signal.isTrigger())) {
                waves.add(List.copyOf(wave.values()));
                wave = new LinkedHashMap<>();
                before = null;
            }
            wave.put(signal.key(), before == null ? new Said(signal, 1) : before.again(signal));
        }
        if (!wave.isEmpty()) {
            waves.add(List.copyOf(wave.values()));
        }
        return waves;
    }
}
