using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Integral.People.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Merging : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "CodeKey",
                table: "people",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EmailKey",
                table: "people",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "MergedIntoId",
                table: "people",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "NameKey",
                table: "people",
                type: "character varying(201)",
                maxLength: 201,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "PhoneKey",
                table: "people",
                type: "character varying(10)",
                maxLength: 10,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "family_links",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AdultId = table.Column<Guid>(type: "uuid", nullable: false),
                    ChildId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kinship = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    FromOn = table.Column<DateOnly>(type: "date", nullable: true),
                    UntilOn = table.Column<DateOnly>(type: "date", nullable: true),
                    MayRead = table.Column<bool>(type: "boolean", nullable: false),
                    MayCollect = table.Column<bool>(type: "boolean", nullable: false),
                    MayDecide = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_family_links", x => x.Id);
                    table.ForeignKey(
                        name: "FK_family_links_people_AdultId",
                        column: x => x.AdultId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_family_links_people_ChildId",
                        column: x => x.ChildId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "people_told_apart",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FirstId = table.Column<Guid>(type: "uuid", nullable: false),
                    SecondId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_told_apart", x => x.Id);
                    table.ForeignKey(
                        name: "FK_people_told_apart_people_FirstId",
                        column: x => x.FirstId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_people_told_apart_people_SecondId",
                        column: x => x.SecondId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            // By the rules of PersonKeys: without the patronymic; small Latin letters; the last ten digits.
            migrationBuilder.Sql("""
                UPDATE people SET
                    "NameKey" = CASE WHEN "Patronymic" IS NULL THEN "SearchName" ELSE substr("SearchName", 1, length("SearchName") - length("Patronymic") - 1) END,
                    "EmailKey" = lower("Email" COLLATE "C"),
                    "CodeKey" = nullif(replace(replace(replace(replace(lower("Code" COLLATE "C"), ' ', ''), '-', ''), '.', ''), '/', ''), ''),
                    "PhoneKey" = CASE WHEN length(replace(replace(replace(replace(replace(replace(replace(replace("Phone", '+', ''), '-', ''), '(', ''), ')', ''), ' ', ''), ',', ''), '#', ''), '*', '')) < 7 THEN NULL
                        WHEN length(replace(replace(replace(replace(replace(replace(replace(replace("Phone", '+', ''), '-', ''), '(', ''), ')', ''), ' ', ''), ',', ''), '#', ''), '*', '')) > 10 THEN substr(replace(replace(replace(replace(replace(replace(replace(replace("Phone", '+', ''), '-', ''), '(', ''), ')', ''), ' ', ''), ',', ''), '#', ''), '*', ''), length(replace(replace(replace(replace(replace(replace(replace(replace("Phone", '+', ''), '-', ''), '(', ''), ')', ''), ' ', ''), ',', ''), '#', ''), '*', '')) - 9)
                        ELSE replace(replace(replace(replace(replace(replace(replace(replace("Phone", '+', ''), '-', ''), '(', ''), ')', ''), ' ', ''), ',', ''), '#', ''), '*', '') END;
                """);

            migrationBuilder.CreateIndex(
                name: "IX_people_CodeKey",
                table: "people",
                column: "CodeKey");

            migrationBuilder.CreateIndex(
                name: "IX_people_EmailKey",
                table: "people",
                column: "EmailKey");

            migrationBuilder.CreateIndex(
                name: "IX_people_MergedIntoId",
                table: "people",
                column: "MergedIntoId");

            migrationBuilder.CreateIndex(
                name: "IX_people_NameKey_BornOn",
                table: "people",
                columns: new[] { "NameKey", "BornOn" });

            migrationBuilder.CreateIndex(
                name: "IX_people_PhoneKey",
                table: "people",
                column: "PhoneKey");

            migrationBuilder.CreateIndex(
                name: "IX_family_links_AdultId_ChildId",
                table: "family_links",
                columns: new[] { "AdultId", "ChildId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_family_links_ChildId",
                table: "family_links",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_people_told_apart_FirstId_SecondId",
                table: "people_told_apart",
                columns: new[] { "FirstId", "SecondId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_people_told_apart_SecondId",
                table: "people_told_apart",
                column: "SecondId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "family_links");

            migrationBuilder.DropTable(
                name: "people_told_apart");

            migrationBuilder.DropIndex(
                name: "IX_people_CodeKey",
                table: "people");

            migrationBuilder.DropIndex(
                name: "IX_people_EmailKey",
                table: "people");

            migrationBuilder.DropIndex(
                name: "IX_people_MergedIntoId",
                table: "people");

            migrationBuilder.DropIndex(
                name: "IX_people_NameKey_BornOn",
                table: "people");

            migrationBuilder.DropIndex(
                name: "IX_people_PhoneKey",
                table: "people");

            migrationBuilder.DropColumn(
                name: "CodeKey",
                table: "people");

            migrationBuilder.DropColumn(
                name: "EmailKey",
                table: "people");

            migrationBuilder.DropColumn(
                name: "MergedIntoId",
                table: "people");

            migrationBuilder.DropColumn(
                name: "NameKey",
                table: "people");

            migrationBuilder.DropColumn(
                name: "PhoneKey",
                table: "people");
        }
    }
}
