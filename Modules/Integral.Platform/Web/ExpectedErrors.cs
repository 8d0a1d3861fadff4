using Integral.Platform.Localization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Web;

/// <summary>Shows a broken rule as a form error with the form kept, and a missing row as 404. Every other exception is a bug and goes to the error page.</summary>
internal sealed class ExpectedErrorsFilter(Texts texts) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HandlerMethod is null && !IsRead(context.HttpContext.Request.Method))
        {
            // Without a handler the page would be shown with nothing in it.
            context.HttpContext.Response.Headers.Allow = string.Join(", ", MethodsOf(context.ActionDescriptor));
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
            return;
        }
        var executed = await next();
        if (executed.Exception is RuleException rule) context.ModelState.AddModelError(Field(context, rule), texts.Say(rule.Sentence));
        if (executed.Exception is DbUpdateConcurrencyException) context.ModelState.AddModelError("", texts["Somebody else changed this a moment ago. Look at it again and repeat."]);

        executed.Result = executed.Exception switch
        {
            RuleException => new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity },
            DbUpdateConcurrencyException => new PageResult { StatusCode = StatusCodes.Status409Conflict },
            NotFoundException => new NotFoundResult(),
            NotAllowedException => new StatusCodeResult(StatusCodes.Status403Forbidden),
            _ => executed.Result,
        };
        executed.ExceptionHandled = executed.Exception is RuleException or NotFoundException or NotAllowedException or DbUpdateConcurrencyException;
    }

    private static bool IsRead(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method);

    private static IEnumerable<string> MethodsOf(CompiledPageActionDescriptor page) =>
        page.HandlerMethods.Select(h => h.HttpMethod.ToUpperInvariant()).Concat([HttpMethods.Get, HttpMethods.Head]).Distinct().Order();

    // A rule names the noun's property; on the page the form holds it under its own name.
    private static string Field(PageHandlerExecutingContext context, RuleException rule) =>
        rule.Field.Length == 0 ? "" : context.ModelState.Keys.FirstOrDefault(k => k.EndsWith("." + rule.Field, StringComparison.OrdinalIgnoreCase)) ?? "";
}
