package dev.holdfast.notification;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The ways of reaching people that there are. */
@Component
final class Channels {

    private final Map<By, Channel> channels = new EnumMap<>(By.class);

    Channels(List<Channel> all) {
        all.forEach(channel -> channels.put(channel.by(), channel));
    }

    Set<String> usable() {
        return channels.values().stream()
                .filter(Channel::isUsable)
                .map(channel -> channel.by().toString())
                .collect(Collectors.toSet());
    }

    Outcome deliver(Parcel parcel) {
        var channel = channels.get(parcel.delivery().by());
        if (channel == null || !channel.isUsable()) {
            return new Outcome.Failed("this installation cannot send by " + parcel.delivery().by(), true);
        }
        return channel.deliver(parcel);
    }
}
