package dev.holdfast.postgres;

/** How the application reaches its database. */
public record DatabaseAccess(String url, String user, String password) {

    @Override
    public String toString() {
        return user + " at " + url;
    }
}
