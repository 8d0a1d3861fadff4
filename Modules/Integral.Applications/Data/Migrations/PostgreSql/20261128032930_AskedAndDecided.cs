using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Integral.Applications.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class AskedAndDecided : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "ToldVersion",
                table: "staff_listed",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AlterColumn<string>(
                name: "Consent",
                table: "applications",
                type: "character varying(4000)",
                maxLength: 4000,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(1000)",
                oldMaxLength: 1000);

            migrationBuilder.AddColumn<string>(
                name: "Answers",
                table: "applications",
                type: "character varying(200000)",
                maxLength: 200000,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ConsentVersion",
                table: "applications",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "DecidedAfter",
                table: "applications",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "DecidedOn",
                table: "applications",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "SentOn",
                table: "applications",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.CreateTable(
                name: "application_drafts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: true),
                    Token = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    ForId = table.Column<Guid>(type: "uuid", nullable: false),
                    ForTitle = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Key = table.Column<string>(type: "character varying(22)", maxLength: 22, nullable: false),
                    Sent = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Body = table.Column<string>(type: "character varying(200000)", maxLength: 200000, nullable: false),
                    SavedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_application_drafts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "application_files",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Sent = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Field = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    StoredName = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    MediaType = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Length = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    AddedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_application_files", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "application_forms",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Of = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Said = table.Column<string>(type: "character varying(200000)", maxLength: 200000, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_application_forms", x => x.Id);
                });

            // Those that are there already: by the day in UTC, and by weeks of five working days.
            migrationBuilder.Sql("""
                UPDATE applications SET "SentOn" = ("SentAt" AT TIME ZONE 'UTC')::date;

                UPDATE applications SET "DecidedOn" = (SELECT (min(e."At") AT TIME ZONE 'UTC')::date FROM application_events e WHERE e.tenant_id = applications.tenant_id AND e."ApplicationId" = applications."Id" AND e."Status" IN ('Waiting', 'Accepted', 'Enrolled', 'Refused'))
                WHERE "Status" NOT IN ('Sent', 'Asked');

                UPDATE applications SET "DecidedAfter" = greatest(0,
                    ("DecidedOn" - DATE '2000-12-31') / 7 * 5 + least(("DecidedOn" - DATE '2000-12-31') % 7, 5)
                    - ("SentOn" - DATE '2000-12-31') / 7 * 5 - least(("SentOn" - DATE '2000-12-31') % 7, 5))
                WHERE "DecidedOn" IS NOT NULL;
                """);

            migrationBuilder.CreateIndex(
                name: "IX_applications_DecidedOn_DecidedAfter",
                table: "applications",
                columns: new[] { "DecidedOn", "DecidedAfter" },
                filter: "\"DecidedOn\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_applications_SentOn_Status",
                table: "applications",
                columns: new[] { "SentOn", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_application_drafts_AccountId_SavedAt",
                table: "application_drafts",
                columns: new[] { "AccountId", "SavedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_application_drafts_Sent",
                table: "application_drafts",
                column: "Sent",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_application_drafts_Token",
                table: "application_drafts",
                column: "Token");

            migrationBuilder.CreateIndex(
                name: "IX_application_files_Sent",
                table: "application_files",
                column: "Sent");

            migrationBuilder.CreateIndex(
                name: "IX_application_files_StoredName",
                table: "application_files",
                column: "StoredName");

            migrationBuilder.CreateIndex(
                name: "IX_application_forms_Of",
                table: "application_forms",
                column: "Of",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "application_drafts");

            migrationBuilder.DropTable(
                name: "application_files");

            migrationBuilder.DropTable(
                name: "application_forms");

            migrationBuilder.DropIndex(
                name: "IX_applications_DecidedOn_DecidedAfter",
                table: "applications");

            migrationBuilder.DropIndex(
                name: "IX_applications_SentOn_Status",
                table: "applications");

            migrationBuilder.DropColumn(
                name: "ToldVersion",
                table: "staff_listed");

            migrationBuilder.DropColumn(
                name: "Answers",
                table: "applications");

            migrationBuilder.DropColumn(
                name: "ConsentVersion",
                table: "applications");

            migrationBuilder.DropColumn(
                name: "DecidedAfter",
                table: "applications");

            migrationBuilder.DropColumn(
                name: "DecidedOn",
                table: "applications");

            migrationBuilder.DropColumn(
                name: "SentOn",
                table: "applications");

            migrationBuilder.AlterColumn<string>(
                name: "Consent",
                table: "applications",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(4000)",
                oldMaxLength: 4000);
        }
    }
}
