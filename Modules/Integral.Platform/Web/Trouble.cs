using Integral.Platform.Data;
using Integral.Platform.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace Integral.Platform.Web;

/// <summary>The status that an exception means, for pages and API alike (design §3).</summary>
internal static class Trouble
{
    public static int StatusOf(Exception exception) => exception switch
    {
        RuleException => StatusCodes.Status422UnprocessableEntity,
        NotFoundException => StatusCodes.Status404NotFound,
        Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException => StatusCodes.Status412PreconditionFailed,
        OperationCanceledException => StatusCodes.Status503ServiceUnavailable,      // the server stopped while the rest of a body was on its way
        BusyException => StatusCodes.Status503ServiceUnavailable,
        _ when DiskTrouble.IsFull(exception) => StatusCodes.Status507InsufficientStorage,
        Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: 11 or 14 or 26 } => StatusCodes.Status503ServiceUnavailable,    // damaged, or not there
        BadHttpRequestException bad => bad.StatusCode,
        AntiforgeryValidationException { InnerException: BadHttpRequestException bad } => bad.StatusCode,       // the token is what is read of a form first
        AntiforgeryValidationException => StatusCodes.Status400BadRequest,
        _ when IsUnstorable(exception) || IsUnstorable(exception.InnerException) => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status500InternalServerError,
    };

    // U+0000 in a text: PostgreSQL has no place for it.
    private static bool IsUnstorable(Exception? exception) => exception is Npgsql.PostgresException { SqlState: Npgsql.PostgresErrorCodes.CharacterNotInRepertoire };
}
