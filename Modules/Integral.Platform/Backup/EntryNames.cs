namespace Integral.Platform.Backup;

/// <summary>What the parts of a backup are called. A name that could lead out of the folder it is unpacked to isn't one of them.</summary>
internal static class EntryNames
{
    public const string Manifest = "manifest.json", Members = "host/members.jsonl", Roles = "host/roles.jsonl", Credentials = "host/credentials.bin", Hashes = "hashes.txt";
    public const string Rows = "rows/", Files = "files/";
    private const string RowsEnd = ".jsonl";
    private const int Longest = 300;

    public static string OfRows(string table) => $"{Rows}{table}{RowsEnd}";
    public static string OfFile(string relative) => $"{Files}{relative.Replace('\\', '/')}";

    /// <summary>Part of what the canonical hash is made of.</summary>
    public static bool IsContent(string name) => name.StartsWith(Rows, StringComparison.Ordinal) || name.StartsWith(Files, StringComparison.Ordinal);

    public static bool IsRows(string name) => name.StartsWith(Rows, StringComparison.Ordinal);
    public static bool IsFile(string name) => name.StartsWith(Files, StringComparison.Ordinal);
    public static string Table(string name) => name[Rows.Length..^RowsEnd.Length];
    public static string Relative(string name) => name[Files.Length..];

    /// <summary>Can a backup have a part of that name?</summary>
    public static bool IsKnown(string name) => name is Manifest or Members or Roles or Credentials or Hashes
        || name.StartsWith(Rows, StringComparison.Ordinal) && name.EndsWith(RowsEnd, StringComparison.Ordinal) && IsPlain(name[Rows.Length..])
        || name.StartsWith(Files, StringComparison.Ordinal) && name.Length <= Longest && name[Files.Length..].Split('/').All(IsPlain);

    // No "..", no drive, no other separator, nothing that Windows would read differently.
    private static bool IsPlain(string part) =>
        part.Length > 0 && part[0] != '.' && part[^1] is not ('.' or ' ') && !part.Any(c => char.IsControl(c) || c is '\\' or '/' or ':' or '*' or '?' or '"' or '<' or '>' or '|');
}
