# Sourced by mvnw, holdfast and check: points JAVA_HOME at a JDK 25, wherever it lies, unless it does already.
# Whatever "java" is by default stays as it is.

is_jdk_25() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] && grep -q '^JAVA_VERSION="25' "$1/release"
}

find_jdk_25() {
  if [ -n "${JAVA_HOME-}" ] && is_jdk_25 "$JAVA_HOME"; then
    printf '%s\n' "$JAVA_HOME"
    return
  fi
  if javac_on_path="$(command -v javac)"; then
    while [ -L "$javac_on_path" ]; do
      link="$(readlink "$javac_on_path")"
      case "$link" in
      /*) javac_on_path="$link" ;;
      *) javac_on_path="${javac_on_path%/*}/$link" ;;
      esac
    done
    set -- "${javac_on_path%/bin/javac}"
  else
    set --
  fi
  for home in "$@" \
    /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /usr/local/jdk* /usr/local/java/* /opt/* /opt/java/* /opt/jdk/* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.gradle/jdks/* "$HOME"/.asdf/installs/java/* \
    "$HOME"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home; do
    if is_jdk_25 "$home"; then
      printf '%s\n' "$home"
      return
    fi
  done
}

jdk_25="$(find_jdk_25)"
if [ -n "$jdk_25" ]; then
  JAVA_HOME="$jdk_25"
  export JAVA_HOME
  # Maven's own libraries make JDK 25 complain; the formatter reaches into the compiler.
  maven_options="--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"
  for package in api code file main parser tree util; do
    maven_options="$maven_options --add-exports=jdk.compiler/com.sun.tools.javac.$package=ALL-UNNAMED"
  done
  MAVEN_OPTS="$maven_options ${MAVEN_OPTS-}"
  export MAVEN_OPTS
else
  echo "Holdfast needs a JDK 25. None was found; install one (https://adoptium.net) or set JAVA_HOME to it." >&2
  exit 1
fi

# Where there is no unzip, the JDK's own jar opens the distribution of Maven.
if ! command -v unzip >/dev/null; then
  unzip() {
    [ "$1" != -q ] || shift
    (cd "$3" && "$JAVA_HOME/bin/jar" xf "$1" && find . -path '*/bin/mvn' -exec chmod +x {} +)
  }
fi

# Where Maven cannot be downloaded, one that is installed will do.
installed_maven() {
  command -v mvn >/dev/null || return 1
  echo "Maven cannot be downloaded; using $(command -v mvn)." >&2
  exec mvn "$@"
}
