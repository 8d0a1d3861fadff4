using Integral.Platform.Localization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Integral.Platform.Data;

/// <summary>Tells a full disk and a damaged file from bugs, so that each is said in plain words.</summary>
internal static class DiskTrouble
{
    private const int Full = 13, CannotOpen = 14, Corrupt = 11, NotADatabase = 26;
    private const int NoSpace = 28, NoSpaceOnWindows = unchecked((int)0x80070070);

    public static readonly Sentence IsFullNow = T.Say("The disk of the server is full. Nothing half-done was kept.");

    public static bool IsFull(Exception failure) => Of(failure) switch
    {
        SqliteException { SqliteErrorCode: Full } or PostgresException { SqlState: PostgresErrorCodes.DiskFull } => true,
        IOException { HResult: NoSpace or NoSpaceOnWindows } => true,
        _ => false,
    };

    /// <summary>The file isn't what SQLite wrote, or isn't there. A shortage of handles also can't open a file, but damages none.</summary>
    public static bool IsDamaged(Exception failure, string file) => Of(failure) is SqliteException sqlite
        && (sqlite.SqliteErrorCode is Corrupt or NotADatabase || sqlite.SqliteErrorCode == CannotOpen && !File.Exists(file));

    private static Exception Of(Exception failure) => failure is Microsoft.EntityFrameworkCore.DbUpdateException { InnerException: { } inner } ? inner : failure;
}
